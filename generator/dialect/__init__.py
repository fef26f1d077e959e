"""``dialect.yml`` -> Dialect: read, checked, given its meaning."""
