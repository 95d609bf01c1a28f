"""Taking in a bank's file: in memory, and no larger than a bank."""

from collections.abc import Callable
from functools import wraps

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from compliance.bankfile.located import MAX_BYTES

# The fields around the file need some room too.
MOST = MAX_BYTES + 100_000


class BankUploadHandler(MemoryFileUploadHandler):
    """Keeps a file in memory up to the size of a bank; a larger one is dropped."""

    def handle_raw_input(self, input_data, meta, content_length, *more) -> None:
        """Take part only where all that is sent is small enough."""
        self.activated = content_length <= MOST


def takes_bank_files(view: Callable) -> Callable:
    """A view that may be sent a bank's file, which the site refuses elsewhere.

    The handler has to be in place before anything reads the request, the check against
    forged requests included.
    """
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def taking(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        request.upload_handlers = [BankUploadHandler(request)]
        return protected(request, *args, **kwargs)

    return taking
