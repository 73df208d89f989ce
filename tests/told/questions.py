"""Questions to the public record in the words of each door, with what an answer must show.

A question whose page on the site shows every amount and key of the answer has its address in
``PAGES``; the parity test leaves the others out.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One question: operation of the API, command, address, page, words of the two texts."""

    operation: str
    command: tuple[str, ...]
    address: str
    english: str
    japanese: str
    page: str = ""


# The addresses of which the site has a page under the same name.
PAGES = {
    "allocation-workbench",
    "methodologies",
    "methodologies/MN_AM003",
    "methodology-templates",
    "partners/IN",
    "partners/MN",
    "partners?on=2022-03-31",
    "projects",
    "search?q=diesel",
}


def _ask(operation: str, command: str, address: str, english: str, japanese: str) -> Question:
    page = address if address in PAGES else ""
    return Question(operation, tuple(command.split(" ")), address, english, japanese, page)


# Operation; command; address of the API; words of the text in English; in Japanese.
QUESTIONS = (
    _ask("partners", "partners --on 2022-03-31", "partners?on=2022-03-31", "(17)", "17か国"),
    _ask("partner", "partner MN", "partners/MN", "129,320 [derived]", "129,320 [算出値]"),
    _ask("partner", "partner IN", "partners/IN", "India (IN)", "インド (IN)"),
    _ask("projects", "projects", "projects", "50 of 147", "全147件のうち50件"),
    _ask(
        "projects",
        "projects --partner MN --status registered --order registered --limit 2",
        "projects?partner=MN&status=registered&order=registered&limit=2",
        "2 of 6",
        "登録済み",
    ),
    _ask(
        "projects",
        "projects --methodology BD_AM001 --year 2018 --decided",
        "projects?methodology=BD_AM001&year=2018&decided=true",
        "BD002",
        "衣料品タグ工場",
    ),
    _ask(
        "projects",
        "projects --undecided -q 織物 --order title",
        "projects?decided=false&q=織物&order=title",
        "None.",
        "該当なし",
    ),
    _ask("project", "project BD002", "projects/BD002", "Next Accessories", "登録済み"),
    _ask("project", "project ID015", "projects/ID015", "742 [published]", "742 [公表値]"),
    _ask("project", "project BD001", "projects/BD001", "No decision", "公表されていない"),
    _ask("decisions", "decisions", "decisions", "30 in all", "全30件"),
    _ask(
        "decisions",
        "decisions --partner MN --year 2018 --project MN003",
        "decisions?partner=MN&year=2018&project=MN003",
        "[published]",
        "[公表値]",
    ),
    _ask("decisions", "decisions --year 2013", "decisions?year=2013", "None.", "該当なし"),
    _ask(
        "decision",
        "decision BD-2022-03-28",
        "decisions/BD-2022-03-28",
        "not published",
        "非公表",
    ),
    _ask(
        "decision",
        "decision MN-2026-01-24",
        "decisions/MN-2026-01-24",
        "not issued by 2026-06-07",
        "2026-06-07時点で未発行",
    ),
    _ask(
        "decision",
        "decision TH-2018-04-20",
        "decisions/TH-2018-04-20",
        "150 [published] https://indonesia-news.biz/",
        "別の出典",
    ),
    _ask(
        "decision",
        "decision ID-announced-2016-05-13",
        "decisions/ID-announced-2016-05-13",
        "Mayekawa (Japan): 4",
        "前川製作所",
    ),
    _ask(
        "decision",
        "decision PW-issued-2016-12-22",
        "decisions/PW-issued-2016-12-22",
        "The day printed is that of issuance",
        "公表された日付は発行日",
    ),
    _ask(
        "decision",
        "decision MN-2019-05-17",
        "decisions/MN-2019-05-17",
        "nothing to issue",
        "発行対象なし",
    ),
    _ask(
        "decision",
        "decision KE-2021-02-07",
        "decisions/KE-2021-02-07",
        "electronic decision",
        "電子的な決定",
    ),
    _ask("methodologies", "methodologies", "methodologies", "95 in all", "全95件"),
    _ask(
        "methodologies",
        "methodologies --partner IN",
        "methodologies?partner=IN",
        "None.",
        "該当なし",
    ),
    _ask(
        "methodology",
        "methodology published MN_AM003",
        "methodologies/MN_AM003",
        "approved 2024-08-04",
        "2024-08-04承認",
    ),
    _ask(
        "methodology",
        "methodology published KE_PM003",
        "methodologies/KE_PM003",
        "proposed",
        "提案中",
    ),
    _ask(
        "methodology_versions",
        "methodology versions MN_AM003",
        "methodologies/MN_AM003/versions",
        "none is attached",
        "添付なし",
    ),
    _ask(
        "methodology_versions",
        "methodology versions TH_AM009",
        "methodologies/TH_AM009/versions",
        "not compared with the adopted document",
        "採択文書と未照合",
    ),
    _ask(
        "methodology_diff",
        "methodology diff BD_AM002_ver01.0 BD_AM001_ver01.0",
        "methodologies/BD_AM002/versions/01.0/diff?with=BD_AM001_ver01.0",
        "no definition is written",
        "定義は未作成",
    ),
    _ask(
        "methodology_diff",
        "methodology diff VN_AM004 OJ_chiller_ver1",
        "methodologies/VN_AM004/versions/not confirmed/diff?with=OJ_chiller_ver1",
        "a template has none",
        "代用様式のため該当なし",
    ),
    _ask(
        "methodology_diff",
        "methodology diff ID_AM002_ver01.0 ID_AM002_ver02.0",
        "methodologies/ID_AM002/versions/01.0/diff?with=ID_AM002_ver02.0",
        "No definition is written of either",
        "どちらの定義も未作成",
    ),
    _ask(
        "methodology_templates",
        "methodology templates",
        "methodology-templates",
        "OJ_chiller_ver1",
        "非公式の代用様式",
    ),
    _ask("totals", "totals", "totals", "165,967", "165,967"),
    _ask("totals", "totals --by country", "totals?by=country", "Saudi Arabia", "サウジアラビア"),
    _ask("totals", "totals --by year", "totals?by=year", "not known", "不明"),
    _ask("figure", "figure notified", "figures/notified", "165,967 [derived]", "165,967 [算出値]"),
    _ask(
        "figure",
        "figure issued-host --partner MN --year 2026",
        "figures/issued-host?partner=MN&year=2026",
        "in no total): MN-2026-01-24",
        "合計に含まない",
    ),
    _ask(
        "figure",
        "figure notified --until 2018-07-13",
        "figures/notified?until=2018-07-13",
        "11,469 [derived]",
        "11,469 [算出値]",
    ),
    _ask(
        "figure", "figure issued-goj", "figures/issued-goj", "35,101 [derived]", "35,101 [算出値]"
    ),
    _ask(
        "figure",
        "figure issued-others",
        "figures/issued-others",
        "8,921 [derived]",
        "8,921 [算出値]",
    ),
    _ask("goals", "goals --on 2026-01-01", "goals?on=2026-01-01", "17,000,000", "約17,000,000"),
    _ask(
        "goals", "goals --on 2013-01-01", "goals?on=2013-01-01", "None is known", "把握していない"
    ),
    _ask(
        "allocation-workbench",
        "workbench",
        "allocation-workbench",
        "the least number above it: explained 8, contradicted 15",
        "説明できる8、矛盾する15、判断できない0",
    ),
    _ask("search", "search diesel", "search?q=diesel", "BD004", "ファスナー"),
    _ask(
        "search", "search solar --limit 3", "search?q=solar&limit=3", "3 of 74", "全74件のうち3件"
    ),
    _ask("search", "search zzz", "search?q=zzz", "Nothing", "ありません"),
)
