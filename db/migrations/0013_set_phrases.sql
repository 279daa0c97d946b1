-- A commitment that is nothing but words that fill every report is followed, but no list shows it;
-- what a comparison says of a pair of items tells whether people decided it.

alter table commitments add column set_phrase integer not null default 0 constraint commitments_set_phrase check (
    set_phrase in (0, 1)
);

-- Trackings made before do not know of it: they are made anew when they are next asked for.
update trackings set version = '';

-- What people decided of the same commitment in two documents.
create view ruled_pairs as
select
    decided_pairs.old_item_id,
    decided_pairs.new_item_id,
    decisions.ruling,
    decisions.note,
    decisions.id as decision_id,
    old_items.document_id as old_document_id,
    new_items.document_id as new_document_id
from decided_pairs
join decisions on decisions.id = decided_pairs.decision_id
join items as old_items on old_items.id = decided_pairs.old_item_id
join items as new_items on new_items.id = decided_pairs.new_item_id
where decisions.type = 'carry';

drop view changes;

create view changes as
select
    old_documents.series as old_series,
    old_documents.label as old_label,
    new_documents.series as new_series,
    new_documents.label as new_label,
    item_pairs.status,
    (
        select group_concat(change, ',')
        from (
            select change from link_changes
            where link_changes.link_id = item_pairs.link_id
            order by link_changes.position
        )
    ) as changes,
    old_sections.ordinal || old_sections.heading as old_section,
    old_items.text as old_text,
    new_sections.ordinal || new_sections.heading as new_section,
    new_items.text as new_text,
    (
        select group_concat(figure, '; ')
        from (
            select figure from target_figures
            where target_figures.item_id = item_pairs.old_item_id
            order by target_figures.position
        )
    ) as old_figures,
    (
        select group_concat(figure, '; ')
        from (
            select figure from target_figures
            where target_figures.item_id = item_pairs.new_item_id
            order by target_figures.position
        )
    ) as new_figures,
    item_pairs.caveat,
    item_pairs.score,
    (
        select group_concat(distinct ruled_pairs.ruling)
        from ruled_pairs
        where
            ruled_pairs.old_document_id = comparisons.old_document_id
            and ruled_pairs.new_document_id = comparisons.new_document_id
            and ruled_pairs.old_item_id
                = coalesce(item_pairs.old_item_id, ruled_pairs.old_item_id)
            and ruled_pairs.new_item_id
                = coalesce(item_pairs.new_item_id, ruled_pairs.new_item_id)
    ) as decided,
    old_items.line as old_line,
    new_items.line as new_line,
    old_items.span_start as old_start,
    old_items.span_end as old_end,
    new_items.span_start as new_start,
    new_items.span_end as new_end,
    item_pairs.old_item_id,
    item_pairs.new_item_id,
    item_pairs.link_id,
    item_pairs.comparison_id
from item_pairs
join comparisons on comparisons.id = item_pairs.comparison_id
join documents as old_documents on old_documents.id = comparisons.old_document_id
join documents as new_documents on new_documents.id = comparisons.new_document_id
left join items as old_items on old_items.id = item_pairs.old_item_id
left join items as new_items on new_items.id = item_pairs.new_item_id
left join sections as old_sections on old_sections.id = old_items.section_id
left join sections as new_sections on new_sections.id = new_items.section_id;
