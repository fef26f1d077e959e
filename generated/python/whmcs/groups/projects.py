"""The group Projects: its operations as data, and the methods that call them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Final

from .._runtime.aliases import DateInput, DateTimeInput, Extra, Timeout
from .._runtime.operation import Encoding, Operation, Paged, Param
from .._runtime.secret import hide
from .._runtime.session import AsyncSession, Session
from ..models.projects import CreateProjectResponse, Project, ProjectResponse, ProjectsListResponse
from ..models.shared import SuccessResponse

ADD_PROJECT_MESSAGE: Final[Operation[SuccessResponse]] = Operation(
    action="AddProjectMessage",
    group="Projects",
    effect="write",
    params=(
        Param("projectid", "integer", required=True),
        Param("message", "text", required=True),
        Param("adminid", "integer"),
    ),
    response=SuccessResponse,
    errors=(
        "Project ID not Set",
        "Project ID Not Found",
        "Message not Entered",
        "Admin ID Not Found",
    ),
    docs="https://developers.whmcs.com/api-reference/addprojectmessage/",
)
ADD_PROJECT_TASK: Final[Operation[SuccessResponse]] = Operation(
    action="AddProjectTask",
    group="Projects",
    effect="write",
    params=(
        Param("projectid", "integer", required=True),
        Param("duedate", "date", required=True),
        Param("adminid", "integer"),
        Param("task", "text"),
        Param("notes", "text"),
        Param("completed", "boolean"),
        Param("billed", "boolean"),
    ),
    response=SuccessResponse,
    errors=(
        "Project ID not Set",
        "Project ID Not Found",
        "Admin ID Not Found",
        "A task description must be specified",
    ),
    docs="https://developers.whmcs.com/api-reference/addprojecttask/",
)
CREATE_PROJECT: Final[Operation[CreateProjectResponse]] = Operation(
    action="CreateProject",
    group="Projects",
    effect="write",
    params=(
        Param("title", "text", required=True),
        Param("adminid", "integer", required=True),
        Param("userid", "integer"),
        Param("status", "text"),
        Param("created", "date"),
        Param("duedate", "date"),
        Param("completed", "boolean"),
        Param("ticketids", "integer", shape="list", encoding=Encoding(kind="comma")),
        Param("invoiceids", "integer", shape="list", encoding=Encoding(kind="comma")),
    ),
    response=CreateProjectResponse,
    errors=(
        "Client ID Not Found",
        "Admin ID not Set",
        "Admin ID Not Found",
        "Project Management is not active.",
        "Project Title is Required.",
    ),
    docs="https://developers.whmcs.com/api-reference/createproject/",
)
DELETE_PROJECT_TASK: Final[Operation[SuccessResponse]] = Operation(
    action="DeleteProjectTask",
    group="Projects",
    effect="destructive",
    params=(
        Param("projectid", "integer", required=True),
        Param("taskid", "integer", required=True),
    ),
    response=SuccessResponse,
    errors=(
        "Project ID is Required",
        "Task ID is Required",
        "Project ID Not Found",
        "Task ID Not Found",
    ),
    docs="https://developers.whmcs.com/api-reference/deleteprojecttask/",
)
END_TASK_TIMER: Final[Operation[SuccessResponse]] = Operation(
    action="EndTaskTimer",
    group="Projects",
    effect="write",
    params=(
        Param("timerid", "integer", required=True),
        Param("projectid", "integer"),
        Param("adminid", "integer"),
        Param("end_time", "integer"),
    ),
    response=SuccessResponse,
    errors=("Project ID Not Found", "Timer ID Not Set", "Timer ID Not Found", "Admin ID Not Found"),
    docs="https://developers.whmcs.com/api-reference/endtasktimer/",
)
GET_PROJECT: Final[Operation[ProjectResponse]] = Operation(
    action="GetProject",
    group="Projects",
    effect="read",
    params=(Param("projectid", "integer", required=True),),
    response=ProjectResponse,
    errors=("Project ID Not Set", "Project ID Not Found"),
    docs="https://developers.whmcs.com/api-reference/getproject/",
)
GET_PROJECTS: Final[Paged[ProjectsListResponse, Project]] = Paged(
    action="GetProjects",
    group="Projects",
    effect="read",
    params=(
        Param("limitstart", "integer"),
        Param("limitnum", "integer"),
        Param("userid", "integer"),
        Param("title", "text"),
        Param("ticketids", "integer", shape="list", encoding=Encoding(kind="comma")),
        Param("invoiceids", "integer", shape="list", encoding=Encoding(kind="comma")),
        Param("notes", "text"),
        Param("adminid", "integer"),
        Param("status", "text"),
        Param("created", "date"),
        Param("duedate", "date"),
        Param("completed", "boolean"),
        Param("lastmodified", "datetime"),
    ),
    response=ProjectsListResponse,
    records="projects",
    docs="https://developers.whmcs.com/api-reference/getprojects/",
)
START_TASK_TIMER: Final[Operation[SuccessResponse]] = Operation(
    action="StartTaskTimer",
    group="Projects",
    effect="write",
    params=(
        Param("timerid", "integer", required=True),
        Param("projectid", "integer", required=True),
        Param("adminid", "integer"),
        Param("start_time", "integer"),
        Param("end_time", "integer"),
    ),
    response=SuccessResponse,
    errors=(
        "Project ID is Required",
        "Project ID Not Found",
        "Timer ID Not Set",
        "Timer ID Not Found",
        "Admin ID Not Found",
    ),
    docs="https://developers.whmcs.com/api-reference/starttasktimer/",
)
UPDATE_PROJECT: Final[Operation[SuccessResponse]] = Operation(
    action="UpdateProject",
    group="Projects",
    effect="write",
    params=(
        Param("projectid", "integer", required=True),
        Param("adminid", "integer"),
        Param("userid", "integer"),
        Param("status", "text"),
        Param("created", "date"),
        Param("duedate", "date"),
        Param("completed", "boolean"),
        Param("title", "text"),
        Param("ticketids", "integer", shape="list", encoding=Encoding(kind="comma")),
        Param("invoiceids", "integer", shape="list", encoding=Encoding(kind="comma")),
        Param("notes", "text"),
    ),
    response=SuccessResponse,
    errors=(
        "Project ID Not Set",
        "Project ID Not Found",
        "Client ID Not Found",
        "Admin ID Not Found",
    ),
    docs="https://developers.whmcs.com/api-reference/updateproject/",
)
UPDATE_PROJECT_TASK: Final[Operation[SuccessResponse]] = Operation(
    action="UpdateProjectTask",
    group="Projects",
    effect="write",
    params=(
        Param("taskid", "integer", required=True),
        Param("projectid", "integer"),
        Param("duedate", "date"),
        Param("adminid", "integer"),
        Param("task", "text"),
        Param("notes", "text"),
        Param("completed", "boolean"),
    ),
    response=SuccessResponse,
    errors=(
        "Task ID is Required",
        "Project ID Not Found",
        "Task ID Not Found",
        "Admin ID Not Found",
    ),
    docs="https://developers.whmcs.com/api-reference/updateprojecttask/",
)


class Projects:
    """Project management operations."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_project_message(
        self,
        *,
        projectid: int,
        message: str,
        adminid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Add Project Message.

        Write to the message board of a project.

        Args:
            projectid: Project ID.
            message: Text of the message.
            adminid: Administrator who writes it; the caller by default.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID not Set",
                "Project ID Not Found", "Message not Entered", "Admin ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addprojectmessage/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_PROJECT_MESSAGE,
            {"projectid": projectid, "message": message, "adminid": adminid},
            extra,
            timeout,
        )

    def add_project_task(
        self,
        *,
        projectid: int,
        duedate: DateInput,
        adminid: int | None = None,
        task: str | None = None,
        notes: str | None = None,
        completed: bool | None = None,
        billed: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Add Project Task.

        Give a project one more task.

        Args:
            projectid: Project ID.
            duedate: When the task is due.
            adminid: Administrator whom the task is assigned to.
            task: Title of the task; the server asks for one.
            notes: Notes about the task.
            completed: Whether the task is done.
            billed: Whether the task is billed already.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID not Set",
                "Project ID Not Found", "Admin ID Not Found", "A task description must be
                specified".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addprojecttask/
        """
        extra = hide(extra)
        return self._session.call(
            ADD_PROJECT_TASK,
            {
                "projectid": projectid,
                "duedate": duedate,
                "adminid": adminid,
                "task": task,
                "notes": notes,
                "completed": completed,
                "billed": billed,
            },
            extra,
            timeout,
        )

    def create_project(
        self,
        *,
        title: str,
        adminid: int,
        userid: int | None = None,
        status: str | None = None,
        created: DateInput | None = None,
        duedate: DateInput | None = None,
        completed: bool | None = None,
        ticketids: Sequence[int | None] | None = None,
        invoiceids: Sequence[int | None] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CreateProjectResponse:
        """Create Project.

        Begin a project.

        Args:
            title: Title.
            adminid: Administrator whom the project is assigned to.
            userid: Client ID.
            status: One of the statuses in the Project Management settings.
            created: When the project began.
            duedate: When the project is due.
            completed: Whether it is done.
            ticketids: Tickets that belong to the project.
            invoiceids: Invoices that belong to the project.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``CreateProjectResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found",
                "Admin ID not Set", "Admin ID Not Found", "Project Management is not active.",
                "Project Title is Required.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/createproject/
        """
        extra = hide(extra)
        return self._session.call(
            CREATE_PROJECT,
            {
                "title": title,
                "adminid": adminid,
                "userid": userid,
                "status": status,
                "created": created,
                "duedate": duedate,
                "completed": completed,
                "ticketids": ticketids,
                "invoiceids": invoiceids,
            },
            extra,
            timeout,
        )

    def delete_project_task(
        self,
        *,
        projectid: int,
        taskid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete Project Task.

        Delete a task of a project for good.

        Args:
            projectid: Project ID.
            taskid: Task ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID is Required",
                "Task ID is Required", "Project ID Not Found", "Task ID Not Found".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteprojecttask/
        """
        extra = hide(extra)
        return self._session.call(
            DELETE_PROJECT_TASK,
            {"projectid": projectid, "taskid": taskid},
            extra,
            timeout,
        )

    def end_task_timer(
        self,
        *,
        timerid: int,
        projectid: int | None = None,
        adminid: int | None = None,
        end_time: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """End Task Timer.

        Stop counting the time spent on a task.

        Args:
            timerid: Timer ID.
            projectid: Project ID.
            adminid: Administrator whose timer it is.
            end_time: End as a Unix timestamp in seconds; now by default.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID Not Found",
                "Timer ID Not Set", "Timer ID Not Found", "Admin ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/endtasktimer/
        """
        extra = hide(extra)
        return self._session.call(
            END_TASK_TIMER,
            {"timerid": timerid, "projectid": projectid, "adminid": adminid, "end_time": end_time},
            extra,
            timeout,
        )

    def get_project(
        self,
        *,
        projectid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ProjectResponse:
        """Get Project.

        Retrieve one project with its tasks, timers and messages.

        Args:
            projectid: Project ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``ProjectResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID Not Set",
                "Project ID Not Found".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getproject/
        """
        extra = hide(extra)
        return self._session.call(GET_PROJECT, {"projectid": projectid}, extra, timeout)

    def get_projects(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        userid: int | None = None,
        title: str | None = None,
        ticketids: Sequence[int | None] | None = None,
        invoiceids: Sequence[int | None] | None = None,
        notes: str | None = None,
        adminid: int | None = None,
        status: str | None = None,
        created: DateInput | None = None,
        duedate: DateInput | None = None,
        completed: bool | None = None,
        lastmodified: DateTimeInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ProjectsListResponse:
        """Get Projects.

        Retrieve the projects that match, one page at a time.

        Args:
            limitstart: Offset of the first project, from 0. The server assumes 0.
            limitnum: Number of projects on a page. The server assumes 25.
            userid: Only projects for this client.
            title: Only projects with this title.
            ticketids: Only projects with these tickets.
            invoiceids: Only projects with these invoices.
            notes: Only projects with these notes.
            adminid: Only projects assigned to this administrator.
            status: Only projects with this status.
            created: Only projects that began on this date.
            duedate: Only projects due on this date.
            completed: True for projects that are done, false for the others.
            lastmodified: Only projects last changed then.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            One page: ``projects`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getprojects/
        """
        extra = hide(extra)
        return self._session.call(
            GET_PROJECTS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "userid": userid,
                "title": title,
                "ticketids": ticketids,
                "invoiceids": invoiceids,
                "notes": notes,
                "adminid": adminid,
                "status": status,
                "created": created,
                "duedate": duedate,
                "completed": completed,
                "lastmodified": lastmodified,
            },
            extra,
            timeout,
        )

    def iter_projects(
        self,
        *,
        limitstart: int | None = None,
        userid: int | None = None,
        title: str | None = None,
        ticketids: Sequence[int | None] | None = None,
        invoiceids: Sequence[int | None] | None = None,
        notes: str | None = None,
        adminid: int | None = None,
        status: str | None = None,
        created: DateInput | None = None,
        duedate: DateInput | None = None,
        completed: bool | None = None,
        lastmodified: DateTimeInput | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[Project]:
        """Every record of ``get_projects``, page after page, fetched as they are needed.

        Takes the parameters of ``get_projects``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            An iterator over ``Project``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_PROJECTS,
            {
                "limitstart": limitstart,
                "userid": userid,
                "title": title,
                "ticketids": ticketids,
                "invoiceids": invoiceids,
                "notes": notes,
                "adminid": adminid,
                "status": status,
                "created": created,
                "duedate": duedate,
                "completed": completed,
                "lastmodified": lastmodified,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    def start_task_timer(
        self,
        *,
        timerid: int,
        projectid: int,
        adminid: int | None = None,
        start_time: int | None = None,
        end_time: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Start Task Timer.

        Start counting the time spent on a task.

        Args:
            timerid: Timer ID.
            projectid: Project ID.
            adminid: Administrator whose timer it is.
            start_time: Start as a Unix timestamp in seconds; now by default.
            end_time: End as a Unix timestamp in seconds.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID is Required",
                "Project ID Not Found", "Timer ID Not Set", "Timer ID Not Found", "Admin ID Not
                Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/starttasktimer/
        """
        extra = hide(extra)
        return self._session.call(
            START_TASK_TIMER,
            {
                "timerid": timerid,
                "projectid": projectid,
                "adminid": adminid,
                "start_time": start_time,
                "end_time": end_time,
            },
            extra,
            timeout,
        )

    def update_project(
        self,
        *,
        projectid: int,
        adminid: int | None = None,
        userid: int | None = None,
        status: str | None = None,
        created: DateInput | None = None,
        duedate: DateInput | None = None,
        completed: bool | None = None,
        title: str | None = None,
        ticketids: Sequence[int | None] | None = None,
        invoiceids: Sequence[int | None] | None = None,
        notes: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Update Project.

        Update the given fields of a project.

        Args:
            projectid: Project ID.
            adminid: Administrator whom the project is assigned to.
            userid: Client ID.
            status: One of the statuses in the Project Management settings.
            created: When the project began.
            duedate: When the project is due.
            completed: Whether it is done.
            title: Title.
            ticketids: Tickets that belong to the project.
            invoiceids: Invoices that belong to the project.
            notes: Notes about the project.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID Not Set",
                "Project ID Not Found", "Client ID Not Found", "Admin ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateproject/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_PROJECT,
            {
                "projectid": projectid,
                "adminid": adminid,
                "userid": userid,
                "status": status,
                "created": created,
                "duedate": duedate,
                "completed": completed,
                "title": title,
                "ticketids": ticketids,
                "invoiceids": invoiceids,
                "notes": notes,
            },
            extra,
            timeout,
        )

    def update_project_task(
        self,
        *,
        taskid: int,
        projectid: int | None = None,
        duedate: DateInput | None = None,
        adminid: int | None = None,
        task: str | None = None,
        notes: str | None = None,
        completed: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Update Project Task.

        Update the given fields of a project's task.

        Args:
            taskid: Task ID.
            projectid: ID of the project that takes the task over.
            duedate: When the task is due.
            adminid: Administrator whom the task is assigned to.
            task: Title of the task.
            notes: Notes about the task.
            completed: Whether the task is done.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Task ID is Required",
                "Project ID Not Found", "Task ID Not Found", "Admin ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateprojecttask/
        """
        extra = hide(extra)
        return self._session.call(
            UPDATE_PROJECT_TASK,
            {
                "taskid": taskid,
                "projectid": projectid,
                "duedate": duedate,
                "adminid": adminid,
                "task": task,
                "notes": notes,
                "completed": completed,
            },
            extra,
            timeout,
        )


class AsyncProjects:
    """Project management operations."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add_project_message(
        self,
        *,
        projectid: int,
        message: str,
        adminid: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Add Project Message.

        Write to the message board of a project.

        Args:
            projectid: Project ID.
            message: Text of the message.
            adminid: Administrator who writes it; the caller by default.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID not Set",
                "Project ID Not Found", "Message not Entered", "Admin ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addprojectmessage/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_PROJECT_MESSAGE,
            {"projectid": projectid, "message": message, "adminid": adminid},
            extra,
            timeout,
        )

    async def add_project_task(
        self,
        *,
        projectid: int,
        duedate: DateInput,
        adminid: int | None = None,
        task: str | None = None,
        notes: str | None = None,
        completed: bool | None = None,
        billed: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Add Project Task.

        Give a project one more task.

        Args:
            projectid: Project ID.
            duedate: When the task is due.
            adminid: Administrator whom the task is assigned to.
            task: Title of the task; the server asks for one.
            notes: Notes about the task.
            completed: Whether the task is done.
            billed: Whether the task is billed already.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID not Set",
                "Project ID Not Found", "Admin ID Not Found", "A task description must be
                specified".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/addprojecttask/
        """
        extra = hide(extra)
        return await self._session.call(
            ADD_PROJECT_TASK,
            {
                "projectid": projectid,
                "duedate": duedate,
                "adminid": adminid,
                "task": task,
                "notes": notes,
                "completed": completed,
                "billed": billed,
            },
            extra,
            timeout,
        )

    async def create_project(
        self,
        *,
        title: str,
        adminid: int,
        userid: int | None = None,
        status: str | None = None,
        created: DateInput | None = None,
        duedate: DateInput | None = None,
        completed: bool | None = None,
        ticketids: Sequence[int | None] | None = None,
        invoiceids: Sequence[int | None] | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> CreateProjectResponse:
        """Create Project.

        Begin a project.

        Args:
            title: Title.
            adminid: Administrator whom the project is assigned to.
            userid: Client ID.
            status: One of the statuses in the Project Management settings.
            created: When the project began.
            duedate: When the project is due.
            completed: Whether it is done.
            ticketids: Tickets that belong to the project.
            invoiceids: Invoices that belong to the project.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``CreateProjectResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Client ID Not Found",
                "Admin ID not Set", "Admin ID Not Found", "Project Management is not active.",
                "Project Title is Required.".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/createproject/
        """
        extra = hide(extra)
        return await self._session.call(
            CREATE_PROJECT,
            {
                "title": title,
                "adminid": adminid,
                "userid": userid,
                "status": status,
                "created": created,
                "duedate": duedate,
                "completed": completed,
                "ticketids": ticketids,
                "invoiceids": invoiceids,
            },
            extra,
            timeout,
        )

    async def delete_project_task(
        self,
        *,
        projectid: int,
        taskid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Delete Project Task.

        Delete a task of a project for good.

        Args:
            projectid: Project ID.
            taskid: Task ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID is Required",
                "Task ID is Required", "Project ID Not Found", "Task ID Not Found".

        Effect: destructive.
        Documentation: https://developers.whmcs.com/api-reference/deleteprojecttask/
        """
        extra = hide(extra)
        return await self._session.call(
            DELETE_PROJECT_TASK,
            {"projectid": projectid, "taskid": taskid},
            extra,
            timeout,
        )

    async def end_task_timer(
        self,
        *,
        timerid: int,
        projectid: int | None = None,
        adminid: int | None = None,
        end_time: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """End Task Timer.

        Stop counting the time spent on a task.

        Args:
            timerid: Timer ID.
            projectid: Project ID.
            adminid: Administrator whose timer it is.
            end_time: End as a Unix timestamp in seconds; now by default.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID Not Found",
                "Timer ID Not Set", "Timer ID Not Found", "Admin ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/endtasktimer/
        """
        extra = hide(extra)
        return await self._session.call(
            END_TASK_TIMER,
            {"timerid": timerid, "projectid": projectid, "adminid": adminid, "end_time": end_time},
            extra,
            timeout,
        )

    async def get_project(
        self,
        *,
        projectid: int,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ProjectResponse:
        """Get Project.

        Retrieve one project with its tasks, timers and messages.

        Args:
            projectid: Project ID.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``ProjectResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID Not Set",
                "Project ID Not Found".

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getproject/
        """
        extra = hide(extra)
        return await self._session.call(GET_PROJECT, {"projectid": projectid}, extra, timeout)

    async def get_projects(
        self,
        *,
        limitstart: int | None = None,
        limitnum: int | None = None,
        userid: int | None = None,
        title: str | None = None,
        ticketids: Sequence[int | None] | None = None,
        invoiceids: Sequence[int | None] | None = None,
        notes: str | None = None,
        adminid: int | None = None,
        status: str | None = None,
        created: DateInput | None = None,
        duedate: DateInput | None = None,
        completed: bool | None = None,
        lastmodified: DateTimeInput | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> ProjectsListResponse:
        """Get Projects.

        Retrieve the projects that match, one page at a time.

        Args:
            limitstart: Offset of the first project, from 0. The server assumes 0.
            limitnum: Number of projects on a page. The server assumes 25.
            userid: Only projects for this client.
            title: Only projects with this title.
            ticketids: Only projects with these tickets.
            invoiceids: Only projects with these invoices.
            notes: Only projects with these notes.
            adminid: Only projects assigned to this administrator.
            status: Only projects with this status.
            created: Only projects that began on this date.
            duedate: Only projects due on this date.
            completed: True for projects that are done, false for the others.
            lastmodified: Only projects last changed then.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            One page: ``projects`` holds its records; the next begins at ``page_next_start``.

        Raises:
            ApiError: The server answers with an error.

        Effect: read.
        Documentation: https://developers.whmcs.com/api-reference/getprojects/
        """
        extra = hide(extra)
        return await self._session.call(
            GET_PROJECTS,
            {
                "limitstart": limitstart,
                "limitnum": limitnum,
                "userid": userid,
                "title": title,
                "ticketids": ticketids,
                "invoiceids": invoiceids,
                "notes": notes,
                "adminid": adminid,
                "status": status,
                "created": created,
                "duedate": duedate,
                "completed": completed,
                "lastmodified": lastmodified,
            },
            extra,
            timeout,
        )

    def iter_projects(
        self,
        *,
        limitstart: int | None = None,
        userid: int | None = None,
        title: str | None = None,
        ticketids: Sequence[int | None] | None = None,
        invoiceids: Sequence[int | None] | None = None,
        notes: str | None = None,
        adminid: int | None = None,
        status: str | None = None,
        created: DateInput | None = None,
        duedate: DateInput | None = None,
        completed: bool | None = None,
        lastmodified: DateTimeInput | None = None,
        page_size: int | None = None,
        max_records: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[Project]:
        """Every record of ``get_projects``, page after page, fetched as they are needed.

        Takes the parameters of ``get_projects``. It ends when all records have come, on an
        empty page, and where the server sends the same page again.

        Args:
            page_size: Records a request; 25 where nothing is said.
            max_records: Stops after so many records.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            An iterator over ``Project``.

        Raises:
            ApiError: The server answers with an error, for any of the pages.
        """
        extra = hide(extra)
        return self._session.iterate(
            GET_PROJECTS,
            {
                "limitstart": limitstart,
                "userid": userid,
                "title": title,
                "ticketids": ticketids,
                "invoiceids": invoiceids,
                "notes": notes,
                "adminid": adminid,
                "status": status,
                "created": created,
                "duedate": duedate,
                "completed": completed,
                "lastmodified": lastmodified,
            },
            page_size,
            max_records,
            extra,
            timeout,
        )

    async def start_task_timer(
        self,
        *,
        timerid: int,
        projectid: int,
        adminid: int | None = None,
        start_time: int | None = None,
        end_time: int | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Start Task Timer.

        Start counting the time spent on a task.

        Args:
            timerid: Timer ID.
            projectid: Project ID.
            adminid: Administrator whose timer it is.
            start_time: Start as a Unix timestamp in seconds; now by default.
            end_time: End as a Unix timestamp in seconds.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID is Required",
                "Project ID Not Found", "Timer ID Not Set", "Timer ID Not Found", "Admin ID Not
                Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/starttasktimer/
        """
        extra = hide(extra)
        return await self._session.call(
            START_TASK_TIMER,
            {
                "timerid": timerid,
                "projectid": projectid,
                "adminid": adminid,
                "start_time": start_time,
                "end_time": end_time,
            },
            extra,
            timeout,
        )

    async def update_project(
        self,
        *,
        projectid: int,
        adminid: int | None = None,
        userid: int | None = None,
        status: str | None = None,
        created: DateInput | None = None,
        duedate: DateInput | None = None,
        completed: bool | None = None,
        title: str | None = None,
        ticketids: Sequence[int | None] | None = None,
        invoiceids: Sequence[int | None] | None = None,
        notes: str | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Update Project.

        Update the given fields of a project.

        Args:
            projectid: Project ID.
            adminid: Administrator whom the project is assigned to.
            userid: Client ID.
            status: One of the statuses in the Project Management settings.
            created: When the project began.
            duedate: When the project is due.
            completed: Whether it is done.
            title: Title.
            ticketids: Tickets that belong to the project.
            invoiceids: Invoices that belong to the project.
            notes: Notes about the project.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Project ID Not Set",
                "Project ID Not Found", "Client ID Not Found", "Admin ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateproject/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_PROJECT,
            {
                "projectid": projectid,
                "adminid": adminid,
                "userid": userid,
                "status": status,
                "created": created,
                "duedate": duedate,
                "completed": completed,
                "title": title,
                "ticketids": ticketids,
                "invoiceids": invoiceids,
                "notes": notes,
            },
            extra,
            timeout,
        )

    async def update_project_task(
        self,
        *,
        taskid: int,
        projectid: int | None = None,
        duedate: DateInput | None = None,
        adminid: int | None = None,
        task: str | None = None,
        notes: str | None = None,
        completed: bool | None = None,
        extra: Extra | None = None,
        timeout: Timeout | None = None,
    ) -> SuccessResponse:
        """Update Project Task.

        Update the given fields of a project's task.

        Args:
            taskid: Task ID.
            projectid: ID of the project that takes the task over.
            duedate: When the task is due.
            adminid: Administrator whom the task is assigned to.
            task: Title of the task.
            notes: Notes about the task.
            completed: Whether the task is done.
            extra: Parameters that this package does not know, sent beside the others.
            timeout: Seconds for each step of this call, instead of the client's own.

        Returns:
            ``SuccessResponse``.

        Raises:
            ApiError: The server answers with an error. Documented: "Task ID is Required",
                "Project ID Not Found", "Task ID Not Found", "Admin ID Not Found".

        Effect: write.
        Documentation: https://developers.whmcs.com/api-reference/updateprojecttask/
        """
        extra = hide(extra)
        return await self._session.call(
            UPDATE_PROJECT_TASK,
            {
                "taskid": taskid,
                "projectid": projectid,
                "duedate": duedate,
                "adminid": adminid,
                "task": task,
                "notes": notes,
                "completed": completed,
            },
            extra,
            timeout,
        )
