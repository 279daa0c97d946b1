-- What a report link says became of the promise: readers ask for it before all else.
-- Null for a carry link, and for links stored before.

alter table links add column outcome text constraint links_outcome check (
    outcome in ('exceeded', 'met', 'missed', 'progressed', 'reported')
);
