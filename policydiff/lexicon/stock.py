"""Phrases that fill every report: on their own they join nothing."""

import re

STOCK_PHRASE = re.compile(
    "高质量发展|稳中求进(?:的?工作总基调)?|以人民为中心(?:的发展思想)?|新发展理念|新发展格局|人民群众(?:的)?获得感、幸福感、安全感"
)
