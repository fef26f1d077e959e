"""The larger commands, a module each; ``cli`` has the others and lists them all."""
