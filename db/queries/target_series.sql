-- question: What was an indicator's target each year, and what came of it?
-- parameter indicator (optional): a name or part of one, such as 生产总值增速
-- parameter series (optional): only this series of documents
-- column series: the series of documents
-- column label: the document that sets the target
-- column standing: set, none set where the document says so, or, for an indicator asked for, not found
-- column indicator: the indicator
-- column comparator: =, >=, <=, ~ about, range, or + an increase by that much
-- column value: the target
-- column value_hi: the upper end of a range
-- column unit: its unit
-- column quote: the words of the target
-- column result_label: the next year's document; empty where there is none or it reports nothing
-- column result_quote: its words on the indicator
-- column verdict: exceeded, met or missed
-- column margin: how far the result lies from the target, in its unit
select
    series,
    label,
    standing,
    indicator,
    comparator,
    value,
    value_hi,
    unit,
    quote,
    result_label,
    result_quote,
    verdict,
    margin
from target_series
where
    iif(:indicator is null, standing <> 'not found', instr(indicator, :indicator) > 0)
    and (:series is null or series = :series)
order by series, indicator, year, span_start;
