"""Runs the command as ``python -m policydiff``."""

from policydiff.cli.app import main

if __name__ == "__main__":
    main()
