"""Documents + dialect -> the Api: what the specs mean, in no programming language."""
