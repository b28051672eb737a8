"""How the shipped English pipeline is made and scored (see README.md in this folder)."""
