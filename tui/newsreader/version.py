"""The program's version, in a module that knows of nothing else."""

__version__ = "0.1.0"
