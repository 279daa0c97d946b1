-- What people decided of pairs of items. A decision names its items by their
-- words, so that it outlives the documents' rows; decided_pairs says which items
-- have these words now.

create table decisions (
    id text primary key,                      -- from the type, the documents and the words
    type text not null,
    ruling text not null,
    old_series text not null,
    old_label text not null,
    old_text text not null,
    old_occurrence integer not null,          -- from 1, where a document says the same several times
    new_series text not null,
    new_label text not null,
    new_text text not null,
    new_occurrence integer not null,
    note text not null,
    decided_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    constraint decisions_type check (type in ('carry', 'report')),
    constraint decisions_ruling check (ruling in ('accepted', 'rejected', 'noted')),
    constraint decisions_occurrence check (old_occurrence >= 1 and new_occurrence >= 1)
) strict, without rowid;

create index decisions_old on decisions (old_series, old_label);
create index decisions_new on decisions (new_series, new_label);

create table decided_pairs (
    decision_id text primary key,
    old_item_id integer not null,
    new_item_id integer not null,
    constraint decided_pairs_decision foreign key (decision_id)
        references decisions (id) on delete cascade,
    constraint decided_pairs_old_item foreign key (old_item_id) references items (id) on delete cascade,
    constraint decided_pairs_new_item foreign key (new_item_id) references items (id) on delete cascade
) strict, without rowid;

create index decided_pairs_old_item_id on decided_pairs (old_item_id);
create index decided_pairs_new_item_id on decided_pairs (new_item_id);

-- Every decision, and whether the library has the items it names.
create view decision_items as
select
    decisions.old_series,
    decisions.old_label,
    decisions.new_series,
    decisions.new_label,
    decisions.type,
    decisions.ruling,
    case
        when decided_pairs.decision_id is not null then 'applies'
        when old_documents.id is null or new_documents.id is null then 'no document'
        else 'not found'
    end as state,
    decisions.old_text,
    decisions.new_text,
    decisions.note,
    decisions.decided_at,
    old_items.position as old_position,
    new_items.position as new_position,
    decided_pairs.old_item_id,
    decided_pairs.new_item_id,
    decisions.id as decision_id,
    old_documents.id as old_document_id,
    new_documents.id as new_document_id
from decisions
left join documents as old_documents
    on old_documents.series = decisions.old_series and old_documents.label = decisions.old_label
left join documents as new_documents
    on new_documents.series = decisions.new_series and new_documents.label = decisions.new_label
left join decided_pairs on decided_pairs.decision_id = decisions.id
left join items as old_items on old_items.id = decided_pairs.old_item_id
left join items as new_items on new_items.id = decided_pairs.new_item_id;

-- The links that people accepted, or noted something of.
create view decided_links as
select
    links.id as link_id,
    decisions.type,
    decisions.ruling,
    decisions.note,
    decisions.id as decision_id,
    links.old_item_id,
    links.new_item_id,
    links.comparison_id
from decisions
join decided_pairs on decided_pairs.decision_id = decisions.id
join links
    on links.old_item_id = decided_pairs.old_item_id
    and links.new_item_id = decided_pairs.new_item_id
    and links.type = decisions.type;

-- The steps of commitments that people accepted, or noted something of.
create view decided_steps as
select
    commitment_steps.commitment_id,
    commitment_steps.position,
    decisions.ruling,
    decisions.note,
    decisions.id as decision_id,
    commitment_steps.old_item_id,
    commitment_steps.new_item_id,
    commitment_steps.id as step_id
from decisions
join decided_pairs on decided_pairs.decision_id = decisions.id
join commitment_steps
    on commitment_steps.old_item_id = decided_pairs.old_item_id
    and commitment_steps.new_item_id = decided_pairs.new_item_id
where decisions.type = 'carry';
