"""Every address of the site."""

from django.urls import include, path

from openjcm.web import languages
from openjcm.web.pages import (
    about,
    crawlers,
    documents,
    feeds,
    home,
    notice_files,
    notices,
    open_data,
    readings,
    rehearsals,
    reports,
    search,
    statistics,
    walks,
)
from openjcm.web.pages.intakes import receipts, typing
from openjcm.web.pages.record import (
    decisions,
    drafts,
    facts,
    figures,
    goals,
    methodologies,
    partners,
    pictures,
    projects,
    sources,
    trials,
    workbench,
    workbook_files,
)

languages.register()

_REPORT = "rehearsals/<str:key>/reports/<str:report>"
_LINK = "intakes/<str:name>/<str:key>"
_pages = [
    path("", home.home, name="home"),
    path("notices", notices.notices, name="notices"),
    path("notices/<str:key>", notices.one_notice, name="notice"),
    path("notices/<str:key>/notice.pdf", notice_files.as_pdf, name="notice-pdf"),
    path("notices/<str:key>/notice.txt", notice_files.as_text, name="notice-txt"),
    path("notices/<str:key>/notice.json", notice_files.as_json, name="notice-json"),
    path("notices/<str:key>/<str:project_id>/walk", walks.published_line, name="published-walk"),
    path("credits/<str:serial>", walks.credit, name="credit"),
    path("rehearsals/<str:key>", rehearsals.rehearsal, name="rehearsal"),
    path(_REPORT, reports.report, name="report"),
    path(f"{_REPORT}/calculation.pdf", reports.as_pdf, name="report-pdf"),
    path(f"{_REPORT}/calculation.txt", reports.as_text, name="report-txt"),
    path(f"{_REPORT}/calculation.json", reports.as_json, name="report-json"),
    path("readings/<str:number>", readings.reading, name="reading"),
    path("documents/<str:name>", documents.document, name="document"),
    path("statistics", statistics.statistics, name="statistics"),
    path("search", search.search, name="search"),
    path("open-data", open_data.about_the_data, name="open-data"),
    path("feeds/decisions.atom", feeds.decisions, name="decisions-feed"),
    path("about", about.about, name="about"),
    path("partners", partners.partners, name="partners"),
    path("partners/<str:iso2>", partners.partner, name="partner"),
    path("projects", projects.projects, name="projects"),
    path("projects/<str:project_id>", projects.project, name="project"),
    path("decisions", decisions.decisions, name="decisions"),
    path("decisions/<str:key>", decisions.decision, name="decision"),
    path("methodologies", methodologies.methodologies, name="methodologies"),
    path("methodology-templates", methodologies.templates, name="methodology-templates"),
    path(
        "methodology-templates/<str:template_id>",
        methodologies.template,
        name="methodology-template",
    ),
    path("methodology-draft", drafts.draft, name="methodology-draft"),
    path(
        "methodology-templates/<str:template_id>/workbook.xlsx",
        workbook_files.of_template,
        name="template-workbook",
    ),
    path(
        "methodology-templates/<str:template_id>/sensitivity.svg",
        pictures.template_swings,
        name="template-swings",
    ),
    path(
        "methodology-templates/<str:template_id>/try",
        trials.of_template,
        name="template-trial",
    ),
    path("methodologies/diff", methodologies.diff, name="methodology-diff"),
    path(
        "methodologies/<str:number>/ver<str:version>",
        methodologies.version,
        name="methodology-version",
    ),
    path(
        "methodologies/<str:number>/ver<str:version>/workbook.xlsx",
        workbook_files.of_version,
        name="version-workbook",
    ),
    path(
        "methodologies/<str:number>/ver<str:version>/sensitivity.svg",
        pictures.version_swings,
        name="version-swings",
    ),
    path(
        "methodologies/<str:number>/ver<str:version>/try",
        trials.of_version,
        name="version-trial",
    ),
    path("methodologies/<str:number>", methodologies.methodology, name="methodology"),
    path(
        "methodologies/<str:number>/workbook.xlsx",
        workbook_files.of_number,
        name="number-workbook",
    ),
    path("figures/<str:measure>", figures.figure, name="figure"),
    path("goals", goals.goals, name="goals"),
    path("sources", sources.sources, name="sources"),
    path("allocation-workbench", workbench.workbench, name="workbench"),
    path("charts/<str:stem>.svg", pictures.chart, name="chart"),
    path("maps/partners.svg", pictures.partners_map, name="partners-map"),
    path("maps/projects.svg", pictures.projects_map, name="projects-map"),
    path("facts/<str:kind>/<str:key>", facts.fact, name="fact"),
    path(_LINK, typing.meters, name="intake"),
    path(f"{_LINK}/meters/<int:place>", typing.meter, name="intake-meter"),
    path(f"{_LINK}/typed", receipts.typed, name="intake-typed"),
    path(f"{_LINK}/typed/<int:number>", receipts.receipt, name="intake-receipt"),
    path(f"{_LINK}/evidence/<str:sha256>", receipts.evidence, name="intake-evidence"),
]

urlpatterns = [
    path("", home.front_door, name="front-door"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("sitemap.xml", crawlers.sitemap, name="sitemap"),
    path("favicon.ico", crawlers.icon, name="favicon"),
    path("open-data/<str:name>", open_data.data_file, name="data-file"),
    path("<language:language>", home.slashless, name="slashless"),
    path("<language:language>/", include(_pages)),
]
