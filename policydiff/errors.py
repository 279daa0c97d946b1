"""What can go wrong, each with one sentence for the user and an exit code.

PolicydiffError
├── SourceError          a document cannot be read
├── LabelError           a label names no document, or more than one
├── LibraryError         the database cannot be used
├── ItemError            an item is unknown, or named by words that several hold
├── DecisionError        a decision is unknown, or a file of decisions cannot be read
├── QueryError           a ready question is unknown or asked without what it needs
└── OutputError          a report cannot be written
"""


class PolicydiffError(Exception):
    """Any failure a user can mend; its text quotes the value and names the remedy.

    It stands behind ``policydiff: `` and may end with a command to copy, so it
    begins small and has no full stop.
    """

    exit_code = 2


class SourceError(PolicydiffError):
    """A file is missing, is not text, is empty, or cannot be decoded."""


class LabelError(PolicydiffError):
    """A label is unknown, ambiguous, or already taken by another document."""


class LibraryError(PolicydiffError):
    """The database is not ours, is from a newer version, or cannot be written."""


class ItemError(PolicydiffError):
    """An item's id is unknown, or its words stand in no item or in several."""


class DecisionError(PolicydiffError):
    """A decision's id is unknown, or a file of decisions is missing or has a bad line."""


class QueryError(PolicydiffError):
    """A ready question is unknown, or a parameter is missing or not among its own."""


class OutputError(PolicydiffError):
    """A report cannot be written: unknown suffix, missing folder, full disk."""
