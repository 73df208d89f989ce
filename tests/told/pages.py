"""One page of every kind that the site has, without the language in front."""

REPORT = "rehearsals/BD-R/reports/BD002-MR-1"
REHEARSED_LINE = "notices/BD-R-2022-03-28/BD002/walk"
CREDIT = "credits/REHEARSAL-JP-BD-BD002-2017-1-25"
NOWHERE = "nothing-here"
PAGES = (
    *("", "partners", "partners/MN", "projects", "projects/BD002", "goals", "statistics"),
    *("decisions", "decisions/BD-2022-03-28", "decisions/MN-2026-01-24", "figures/goj"),
    *("notices", "notices/BD-2022-03-28", "notices/BD-R-2022-03-28", "readings/0001"),
    *("notices/BD-2022-03-28/BD002/walk", REHEARSED_LINE, CREDIT, "rehearsals/BD-R", REPORT),
    *(
        "methodologies",
        "methodologies/BD_AM001",
        "methodology-templates",
        "methodology-templates/OJ_chiller_ver1",
        "methodologies/BD_AM002/ver01.0",
        "methodologies/BD_AM002/ver01.0?try=1&EG.1=2.5&EF_RE.1=0.4",
        "methodologies/ID_AM002/ver02.0",
        "methodologies/diff",
        "methodologies/diff?a=ID_AM002_ver01.0&b=ID_AM002_ver02.0",
        "allocation-workbench",
        "about",
        "open-data",
    ),
    *("facts/issuance-decision/BD-2022-03-28", "search", "search?q=BD002"),
    *("search?q=nothing-of-the-kind", "sources", "facts/issuance-decision/MN-2018-11-06", NOWHERE),
)
# One of each kind, of which pictures are kept; the name is the file's.
PICTURED = {
    "home": "",
    "partners": "partners",
    "partner": "partners/MN",
    "projects": "projects",
    "project": "projects/BD002",
    "decisions": "decisions",
    "decision": "decisions/BD-2022-03-28",
    "decision-of-two-shares": "decisions/MN-2026-01-24",
    "notices": "notices",
    "notice": "notices/BD-2022-03-28",
    "walk": "notices/BD-2022-03-28/BD002/walk",
    "methodologies": "methodologies",
    "methodology": "methodologies/BD_AM001",
    "methodology-version": "methodologies/BD_AM002/ver01.0",
    "methodology-version-not-official": "methodologies/ID_AM002/ver02.0",
    "methodology-templates": "methodology-templates",
    "methodology-template": "methodology-templates/OJ_chiller_ver1",
    "methodology-diff": "methodologies/diff?a=ID_AM002_ver01.0&b=ID_AM002_ver02.0",
    "reading": "readings/0001",
    "goals": "goals",
    "statistics": "statistics",
    "workbench": "allocation-workbench",
    "figure": "figures/goj",
    "fact": "facts/issuance-decision/BD-2022-03-28",
    "search": "search?q=BD002",
    "open-data": "open-data",
    "about": "about",
    "sources": "sources",
    "rehearsal": "rehearsals/BD-R",
    "report": REPORT,
    "credit": CREDIT,
    "not-found": NOWHERE,
}
