"""The command line: arguments to pipeline to report, and nothing else."""
