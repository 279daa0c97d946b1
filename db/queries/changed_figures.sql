-- question: Which figures were raised, lowered, tightened or loosened?
-- document old: the older document
-- document new: the newer document
-- parameter direction (optional): only raised, lowered, tightened, loosened or not comparable ones
-- column direction: raised, lowered, tightened, loosened, or not comparable
-- column old_figure: the figure in the old document
-- column new_figure: the figure in the new document
-- column ambition: whether the new figure asks more or less; empty where neither way is better
-- column old_text: the item it stands in there
-- column new_text: the item it stands in there
-- column old_line: the line of the old document that item starts on
-- column new_line: the line of the new document that item starts on
select
    direction,
    old_figure,
    new_figure,
    ambition,
    old_text,
    new_text,
    old_line,
    new_line
from figure_changes
where
    direction <> 'same'
    and (:direction is null or direction = :direction)
    and (old_label = :old or old_series || '/' || old_label = :old)
    and (new_label = :new or new_series || '/' || new_label = :new)
order by old_start, new_start;
