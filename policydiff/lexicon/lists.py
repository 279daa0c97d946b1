"""How the members of a list are joined."""

import re

LIST_MARK = re.compile(
    r"、|(?<!共)(?<!总)(?<!缓)和(?!谐|平|睦|解)|以及|(?<!涉)(?<!普)(?<!危)及(?!时|早|格)|与(?!时俱进)|\band\b|\bor\b|, "
)

LIST_END = re.compile('等.*$|[“”"]')
"""What stands behind the last member of a list."""

ASPECTS = re.compile(
    "(?:管理|保护|服务|政策|措施|标准|责任|水平|质量|能力|机制|制度|体系|改革|发展|运用|利用|使用|建设|创新|治理|监测|预警|防治|防控|工作|工程|项目|其|的)+$"
)
"""What is said of an object, which makes no object of its own."""
