"""How the members of a list are joined."""

import re

LIST_MARK = re.compile(
    r"、|(?<!共)(?<!总)(?<!缓)和(?!谐|平|睦|解)|以及|(?<!涉)(?<!普)(?<!危)及(?!时|早|格)|与(?!时俱进)|\band\b|\bor\b|, "
)
