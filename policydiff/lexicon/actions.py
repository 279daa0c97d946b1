"""Actions: the verbs of commitments by class, and the words that stand before them.

A verb's class says what is intended, so that two verbs of one class may be
synonyms and verbs of opposite classes never are.
"""

import re
from typing import NamedTuple


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


class ActionClass(NamedTuple):
    """A class of actions and its verbs."""

    name: str
    verbs: str


ACTION_CLASSES = (
    ActionClass(
        "advance",
        "推进 推动 促进 加快 加速 提速 助推 助力 力促 带动 引领 牵引 拉动 驱动 贯彻 落实 执行 抓好 抓实 抓紧 狠抓 "
        "做好 搞好 办好 实施 施行 开展 组织 展开 启动 参与 融入 对接 服务 举办 承办 践行 组建 布局 部署 谋划 统筹 安排 "
        "协同 联动 衔接 完成 履行 攻坚 打好 打赢 办理 抓 搞",
    ),
    ActionClass(
        "develop",
        "发展 培育 壮大 做大 做强 做优 做精 做实 培养 培优 孵化 扶持 繁荣 振兴 打造 塑造 擦亮 打响 建强 集聚 聚集 汇聚 引育 招引 "
        "引进 吸引 招募 承接 争创 创建 创造 创新 开创 开拓 拓展 开发 挖掘 研发 研制 突破 突出 彰显 涵养 弘扬 传承 传播 普及 推广 "
        "推行 倡导 宣传 讲好 提振 催生 造就 引入",
    ),
    ActionClass(
        "improve",
        "完善 健全 优化 改善 改进 改造 改革 深化 调整 升级 更新 提升 提高 增强 强化 加强 加大 巩固 夯实 筑牢 树牢 压实 细化 "
        "量化 规范 理顺 简化 美化 净化 修复 保护 整治 治理 整顿 清理 转变 转换 整合 织密 织牢 补齐 补强 补足 延长 延伸 畅通 打通 疏通 "
        "盘活 激发 激活 释放 调动 发挥 活跃 厚植 拉长 锻造 注重 坚持 重视 精准 纵深 修订 修改 修编 充实 配齐 配强 丰富 振奋 "
        "熟化 提质 扩容 增效 重塑 革新 用好 用足 管好 管住 守好 建好 护好 兜好 稳好",
    ),
    ActionClass(
        "build",
        "建设 建立 建成 构建 新建 改建 扩建 修建 搭建 兴建 共建 设立 成立 开设 设置 增设 布设 建造 筹建 续建 营造 形成 "
        "架设 铺设 组建 新增 添置 配置 配备 开工 开建 竣工 投用 投产 投运 通车 开通 运营 贯通 打通 落地 建 修",
    ),
    ActionClass(
        "expand",
        "扩大 增加 提高 增长 扩展 扩充 拓宽 放宽 放开 放大 延续 开放 丰富 增进 增多 增添 扩 增 上调 加密 翻番 倍增 "
        "普惠 覆盖 惠及 延伸 推出 推介",
    ),
    ActionClass(
        "reduce",
        "降低 减少 减轻 压减 压缩 压降 削减 缩小 缩短 淘汰 退出 化解 清退 取消 取缔 免除 减免 精简 下调 下降 减 降 破除 "
        "消除 拆除 去除 缩减 关停 关闭 清零 清偿 清欠",
    ),
    ActionClass(
        "control",
        "防范 防止 遏制 控制 严控 严防 严禁 严查 严惩 打击 查处 惩治 整肃 杜绝 避免 禁止 制止 守住 守牢 坚守 严守 预防 防治 排查 "
        "监管 监督 监测 检查 督促 审计 纠正 纠治 反对 抵制 约束 应对 处置 管控 抓住 盯住 堵住 警惕 处理 力戒 严格 依法 惩处 扫除 "
        "铲除 根治 封堵 严密 从严 严厉 强制 限制 不得 不准 决不 绝不 坚决",
    ),
    ActionClass(
        "support",
        "支持 鼓励 引导 激励 帮助 帮扶 扶助 救助 资助 补助 补贴 奖励 给予 提供 发放 倾斜 安置 照顾 关爱 关心 服务 扶 助 帮 "
        "促成 助企 惠企 便利 支撑 赋能 授予 赋予",
    ),
    ActionClass(
        "secure",
        "保障 确保 保证 保持 稳定 稳住 维护 维持 保护 兜住 兜牢 兜底 捍卫 满足 落实 保 稳 力保 实现 达到 解决 破解 缓解 "
        "消化 化解 力争 争取 力求 努力 控制 完成 超过 突破 做到 确立 守护 安排 加固 充分",
    ),
    ActionClass(
        "explore",
        "探索 研究 制定 编制 制订 起草 出台 论证 试行 试点 规划 调研 评估 修订 总结 储备 谋划 筹备 筹划 申报 申办 争取 考虑 明确 "
        "确定 审议 提出 编修 摸排 摸清 普查 统计",
    ),
    ActionClass(
        "exchange",
        "合作 交流 参加 签署 商签 谈判 推介 协商 沟通 对话 磋商 倡议 积极参与 深度参与 共商 共享 互认 联合 协作 携手 配合",
    ),
    ActionClass(
        "manage",
        "管理 运用 使用 利用 运营 经营 执行 征收 筹集 筹措 拨付 发行 投放 投入 投资 下达 下放 划转 收购 处置 采取 采用 实行 "
        "推行 试行 施行 开征 清缴 统一 分类 分级 集中 归集 公开 公示 公布 发布 接受 听取 办结 简政放权 赋权 让利 置换 划定 划入 "
        "纳入 列入 转为 转化 改为 变为 交给 送到 回归 恢复 重启 举行 举措 推选 评选 选树 选派 选拔 任用 招聘 招录 扩招 培训 教育 引导 动员",
    ),
)

VERB_CLASS: dict[str, str] = {
    verb: row.name for row in reversed(ACTION_CLASSES) for verb in row.verbs.split()
}

ADVERBS = _words(
    "进一步 高质量 高标准 高水平 高起点 大规模 多渠道 全方位 全链条 常态化 制度化 "
    "规范化 系统化 千方百计 毫不动摇 坚定不移 持之以恒 驰而不息 因地制宜 积极稳妥 "
    "有力有序 有序 更加 更大力度 更好 更多 加快 加大 加力 大力 积极 主动 深入 全面 "
    "扎实 着力 切实 持续 坚决 坚定 继续 不断 稳步 稳妥 努力 严格 充分 重点 精心 "
    "认真 全力 抓紧 广泛 有效 加强 深度 尽快 尽早 适时 适度 适当 合理 科学 依法 "
    "统筹 协同 联合 共同 率先 逐步 同步 优先 精准 分类 分批 分步 择优 妥善 妥善 "
    "规范 集中 率 再 新 还 要 将 应 须 必须 应当 可 可以 能 拟 争取 力争 确保 "
    "务必 一定 都要 也要 又要 还要 并 并且 同时 另外 此外 今年 全年 年内 年底前 "
    "明年 坚持 始终 牢牢 紧紧 时刻 着重 注重 突出 聚力 奋力 纵深 高效 快速 加速 "
    "提速 强力 强化 深化 创新 优化 完善 巩固 依规 从严 从快 从实 用心 用情 用力 "
    "尽力 尽心 真正 真心 下大力气 下大力 集聚 集成 一体 一体化 系统 整体 协调 分级 "
    "分层 分期 合力 竭力 下决心 牢固 勇于 敢于 善于 自觉 坚持不懈 锲而不舍 久久为功 "
    "毫不松懈 毫不放松 大胆 超前 提前 前瞻 灵活 及时 时时 长期 依托 严厉 严肃 严密 "
    "从重 依规 公平 公正 简明 一手 一方面 另一方面 特别是 尤其是 首先 其次 再次 "
    "最后 一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 一要 二要 三要 四要 "
    "五要 六要 第一 第二 第三 第四 第五 我们要 我们将 我们 各级 各地 各地区 各部门 "
    "政府 中央财政 地方 国家 全市 全省 全县 全区"
)

MODIFIER_OPENINGS = _words(
    "围绕 按照 聚焦 立足 面对 针对 着眼 根据 依托 结合 紧扣 瞄准 对标 抢抓 抓住 "
    "紧盯 通过 为了 随着 适应 顺应 遵循 本着 基于 鉴于 考虑到 综合考虑 在 以 为 "
    "对 从 由 当 除 自 于 经 向 同 与 凡 如 若 因 坚持以 面向 针对 践行 "
    "紧紧围绕 牢牢把握 充分利用 充分考虑 特别是 尤其是 无论 不论 只有 只要 即使 尽管 "
    "虽然 由于"
)

RESULT_OPENINGS = _words(
    "使 让 以便 以 从而 进而 促使 致力于 有利于 为 是 也是 就是 既 又 而且 且 以及 以防 以免 不让"
)


def _alternatives(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_VERBS = _alternatives([verb for verb in VERB_CLASS if len(verb) > 1])
VERB_OPENING = re.compile(f"(?:{_alternatives(ADVERBS)})*(?P<verb>{_VERBS})")
"""An opening verb behind any adverbs; many adverbs are verbs too, the last one counts."""

MODIFIER_OPENING = re.compile(_alternatives(MODIFIER_OPENINGS))
RESULT_OPENING = re.compile(_alternatives(RESULT_OPENINGS))
URGING = re.compile("我们|各级|各地|各部门|要|必须|应|将|继续|进一步|加快|坚持")
"""How clauses open that urge, name who is to act, or keep on."""


def find_verb(words: str) -> tuple[int, int] | None:
    """Where the verb stands that a clause opens with, behind any adverbs; None if none opens it.

    >>> find_verb("着力扩大内需")
    (2, 4)
    >>> find_verb("加快园区建设")
    (0, 2)
    """
    match = VERB_OPENING.match(words)
    return match.span("verb") if match is not None else None
