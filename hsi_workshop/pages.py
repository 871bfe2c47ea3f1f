"""Django's pages under ASGI, each request from first middleware to view in one thread."""

from concurrent.futures import ThreadPoolExecutor

from asgiref.sync import ThreadSensitiveContext, sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.db import close_old_connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase

# Enough that someone's slow password check holds up nobody; one writer at a time anyway.
THREADS = ThreadPoolExecutor(max_workers=8, thread_name_prefix="page")
# What Django does before and after a page: it asks for a thread of its own, which need not be new.
AROUND = ThreadPoolExecutor(max_workers=1, thread_name_prefix="around-a-page")


class Pages(ASGIHandler):
    """Answers a request in one of a few threads that keep their database connection.

    Django's own handler makes a thread and a connection for each request and goes
    back to the event loop between middleware and view, where a request in flight
    can wait for a loop that has stopped. Our middleware and views are all plain.
    """

    def load_middleware(self, is_async: bool = False) -> None:
        super().load_middleware(is_async=False)

    async def __call__(self, scope, receive, send) -> None:
        async with ThreadSensitiveContext(executor=AROUND):
            await self.handle(scope, receive, send)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        answer = sync_to_async(self._answer, thread_sensitive=False, executor=THREADS)
        return await answer(request)

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        close_old_connections()
        try:
            return self.get_response(request)
        finally:
            close_old_connections()
