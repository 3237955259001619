from django.db import DatabaseError, connection
from django.http import JsonResponse


def health(request):
    """Whether requests can be answered: a site without its database can't."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "no database"}, status=503)
    return JsonResponse({"status": "ok"})
