"""`python -m chancery`."""

from chancery.serve.cli import main

main()
