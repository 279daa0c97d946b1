"""Starts the ``policydiff`` command, with settings that must stand before it is imported."""

import atexit
import gc
import os


def main() -> None:
    """Runs the command with the arguments of the process."""
    # Numpy's threads have nothing to do here; that they wait for work slows the rest by a tenth.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Nothing a comparison makes lives in cycles; to look for them, while it runs and once more
    # at the end, takes a fifth of its time.
    gc.disable()
    atexit.register(gc.freeze)
    from policydiff.cli.app import main as run  # noqa: PLC0415  (as said above)

    run()
