"""One module a group: its operations as data, and the classes that offer them."""
