"""The ``policydiff`` command: its subcommands and the one place where errors are shown."""

import errno
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

import policydiff
from policydiff.cli.console import complain, escape_unwritable, give_up_output
from policydiff.errors import PolicydiffError

COMMANDS = {
    "add": "documents.add",
    "list": "documents.list_documents",
    "show": "show.show",
    "compare": "compare.compare",
    "explain": "explain.explain",
    "targets": "targets.targets",
    "track": "track.track",
    "history": "history.history",
    "report": "history.report",
    "search": "questions.search",
    "query": "questions.query",
    "review": "review.review",
    "decisions": "decisions.decisions",
    "remove": "documents.remove",
}
"""Where each subcommand stands in this folder; only the one that is called is loaded."""


class _Subcommands(Mapping[str, Any]):
    """The subcommands by name, each loaded when it is asked for."""

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  (typer does not export its commands)
        module, attribute = COMMANDS[name].split(".")
        found = getattr(import_module(f"policydiff.cli.{module}"), attribute)
        if not isinstance(found, typer.Typer):
            single = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
            single.command(name)(found)
            found = single
        command = get_command(found)
        command.name = name
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _Commands(TyperGroup):
    """The top group: turns an error the user can mend into a sentence and an exit code."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401
        """A group as typer makes it, but with subcommands that are loaded when asked for."""
        super().__init__(**given)
        self.commands: Any = _Subcommands()

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401  (typer does not export its Context's base)
        """Runs the subcommand; a PolicydiffError, or output that fails, is told on stderr."""
        try:
            return super().invoke(ctx)
        except PolicydiffError as error:
            complain(str(error))
            raise typer.Exit(error.exit_code) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            reason = (error.strerror or type(error).__name__).lower()
            give_up_output()
            complain(f"the output cannot be written ({reason}); send it to another place")
            raise typer.Exit(PolicydiffError.exit_code) from error


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Compare policy documents across years, commitment by commitment.",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"policydiff {policydiff.__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Compare policy documents across years, commitment by commitment."""


def main() -> None:
    """Runs the command with the arguments of the process."""
    escape_unwritable()
    app()
