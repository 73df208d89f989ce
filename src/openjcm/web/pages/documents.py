"""Documents that pages name: how to fill in a report, how to write a methodology."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm.measure.errors import NotFound
from openjcm.web.documents.rendering import DOCUMENTS, document_of
from openjcm.web.rendering import page


@require_safe
def document(request: HttpRequest, language: str, name: str) -> HttpResponse:
    """Show a document, in English where it is not written in the language of the page.

    Raises:
        NotFound: there is no such document here.
    """
    if name not in DOCUMENTS:
        raise NotFound("there is no such document here", code="no-document", about=name[:60])
    others = {each: document_of(each, language) for each in DOCUMENTS if each != name}
    return page(
        request,
        "document.html",
        document=document_of(name, language),
        others=[(each, of.title, of.language) for each, of in others.items()],
    )
