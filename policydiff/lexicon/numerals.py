"""Numbers as policy texts write them, in Arabic and in Chinese numerals."""

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}

SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

# Longest first: 万亿 is one magnitude, not 万 with a unit 亿.
MAGNITUDES = {
    "万亿": 10**12,
    "千亿": 10**11,
    "百亿": 10**10,
    "千万": 10**7,
    "百万": 10**6,
    "亿": 10**8,
    "万": 10**4,
    "千": 10**3,
    "百": 10**2,
}

MAGNITUDE = "|".join(MAGNITUDES)

ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"

_DIGIT = "[" + "".join(DIGITS) + "]"
_SCALED = "[一二两三四五六七八九十][零〇一二两三四五六七八九十百千]*"

# A magnitude belongs to the number only where digits follow it, so that
# 四亿五千万元 is the number 四亿五千 with the magnitude 万 and the unit 元.
CHINESE = rf"(?:{_SCALED}[万亿](?={_DIGIT}))*{_SCALED}(?:点{_DIGIT}+)?"

NUMBER = rf"(?:{ARABIC}|{CHINESE})"

# Parts of a whole that have a word of their own.
FRACTIONS = {"一半": 0.5, "半数": 0.5}

# Words in which a numeral counts nothing, though a measure word may follow it.
_NAMES = """
一带一路 一国两制 一分为二 一二三产业 二三产业 一产 二产 三产 三农 五一 六一 七一 八一
十一 九一八 九二 三角洲 长三角 珠三角 三峡 三北 三江 三亚 三明 三线 两岸 两会 两院 两江
两河 两山 两高 两基 两免一补 两不愁 三保障 三区三州 三去一降一补 五位一体 四位一体
三位一体 四个全面 五个一 六稳 六保 三保 三公 四风 四化 五化 五保 四好 三变 三权 四旁
五小 六小 万众一心 万无一失 三百六十行 七十二行 五湖四海 四面八方 三心二意 三令五申
四通八达 五光十色 十堰 四川 九江 九寨沟 六安 六盘水 五台山 五指山 百色 千岛湖
十五 十一五 十二五 十三五 十四五 十五五
"""

NAME = "|".join(sorted(_NAMES.split(), key=len, reverse=True))
