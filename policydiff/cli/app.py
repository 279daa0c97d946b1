"""The ``policydiff`` command: its subcommands and the one place where errors are shown."""

import errno
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import policydiff
from policydiff.cli.compare import compare
from policydiff.cli.console import complain, escape_unwritable, give_up_output
from policydiff.cli.decisions import decisions
from policydiff.cli.documents import add, list_documents, remove
from policydiff.cli.explain import explain
from policydiff.cli.history import history, report
from policydiff.cli.questions import query, search
from policydiff.cli.review import review
from policydiff.cli.show import show
from policydiff.cli.targets import targets
from policydiff.cli.track import track
from policydiff.errors import PolicydiffError


class _ErrorBoundary(TyperGroup):
    """The top group: turns an error the user can mend into a sentence and an exit code."""

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
    cls=_ErrorBoundary,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Compare policy documents across years, commitment by commitment.",
)
app.command()(add)
app.command(name="list")(list_documents)
app.command()(show)
app.command()(compare)
app.command()(explain)
app.command()(targets)
app.command()(track)
app.command()(history)
app.command()(report)
app.command()(search)
app.command()(query)
app.command()(review)
app.add_typer(decisions, name="decisions")
app.command()(remove)


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
