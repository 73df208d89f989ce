"""Every address: the site, and the API beside it."""

from django.urls import include, path
from django.views.generic import RedirectView

from openjcm.api.routes import api

urlpatterns = [
    path("api/v1/", api.urls),
    path("api/v1", RedirectView.as_view(url="/api/v1/", permanent=True)),
    path("", include("openjcm.web.urls")),
]

handler400 = "openjcm.web.refusals.bad_request"
handler403 = "openjcm.web.refusals.not_allowed"
handler404 = "openjcm.web.refusals.not_found"
handler500 = "openjcm.web.refusals.our_mistake"
