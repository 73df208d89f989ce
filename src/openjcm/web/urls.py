"""Every address of the site."""

from django.urls import include, path

from openjcm.web import languages
from openjcm.web.pages import (
    about,
    home,
    notice_files,
    notices,
    open_data,
    readings,
    rehearsals,
    search,
    statistics,
    walks,
)

languages.register()

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
    path("readings/<str:number>", readings.reading, name="reading"),
    path("statistics", statistics.statistics, name="statistics"),
    path("search", search.search, name="search"),
    path("open-data", open_data.about_the_data, name="open-data"),
    path("about", about.about, name="about"),
]

urlpatterns = [
    path("", home.front_door, name="front-door"),
    path("open-data/decisions.csv", open_data.decisions_csv, name="decisions-csv"),
    path("open-data/decisions.json", open_data.decisions_json, name="decisions-json"),
    path("<language:language>", home.slashless, name="slashless"),
    path("<language:language>/", include(_pages)),
]
