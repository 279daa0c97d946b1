-- question: What does each year of a tracked series promise, take up again and let go?
-- parameter series (optional): only this series
-- column series: the series
-- column label: the document
-- column promises: how many commitments and targets it holds
-- column introduced: commitments it makes for the first time
-- column carried: commitments it goes on with from the year before
-- column revived: commitments it takes up again after years of absence
-- column absent: commitments it does not make, but a later year does
-- column dropped: commitments it makes no more, nor any later year
-- column completed: the same, where it reports them as done
-- column merged: commitments that others took up
-- column not_covered: commitments its text leaves no room for
-- column promises_reported: promises of the year before that it reports on
-- column promises_not_mentioned: promises of the year before of which it says nothing
-- column left_out: why it is not tracked, or an empty text
select
    series,
    label,
    promises,
    introduced,
    carried,
    revived,
    absent,
    dropped,
    completed,
    merged,
    not_covered,
    promises_reported,
    promises_not_mentioned,
    left_out
from coverage_by_year
where :series is null or series = :series
order by series, year, label;
