-- Which sections lost most of their commitments? Comparison by comparison.
--
--     sqlite3 -header policydiff.db < examples/most_dropped_sections.sql
select
    old_label,
    new_label,
    old_section as section,
    count(*) as dropped
from changes
where status = 'dropped'
group by comparison_id, old_section
order by comparison_id, dropped desc, old_section;
