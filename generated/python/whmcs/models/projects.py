"""Models of the group projects."""

from collections.abc import Mapping
from datetime import date as Date
from datetime import datetime as DateTime
from typing import ClassVar

from pydantic import Field

from .._runtime.defaults import no_items
from .._runtime.model import Model
from .._runtime.paging import Page


class CreateProjectResponse(Model):
    """What CreateProject answers."""

    result: str | None = None
    message: str | None = None
    """Descriptive result message."""
    projectid: int | None = None
    """Project ID."""


class Project(Model):
    """A project."""

    id: int | None = None
    """Project ID."""
    userid: int | None = None
    """Client ID."""
    title: str | None = None
    attachments: str | None = None
    """File names separated by commas; GetProject only."""
    ticketids: str | None = None
    """Ticket IDs separated by commas."""
    invoiceids: str | None = None
    """Invoice IDs separated by commas."""
    notes: str | None = None
    adminid: int | None = None
    """Administrator whom the project is assigned to."""
    status: str | None = None
    """One of the statuses in the Project Management settings."""
    created: Date | None = None
    duedate: Date | None = None
    completed: bool | None = None
    lastmodified: DateTime | None = None
    watchers: str | None = None
    """Administrators who follow the project; GetProjects only."""


class ProjectTimelog(Model):
    """Time that a timer has counted for a task."""

    id: int | None = None
    """Timer ID."""
    projectid: int | None = None
    taskid: int | None = None
    adminid: int | None = None
    """Administrator whose timer it is."""
    start: int | None = None
    """Unix timestamp in seconds."""
    end: int | None = None
    """Unix timestamp in seconds."""
    donotbill: bool | None = None
    """Whether the time is not to be billed."""
    starttime: DateTime | None = None
    endtime: DateTime | None = None


class ProjectTask(Model):
    """A task, with the time spent on it."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"timelogs": "timelog"}

    id: int | None = None
    """Task ID."""
    projectid: int | None = None
    task: str | None = None
    """Title of the task."""
    notes: str | None = None
    adminid: int | None = None
    """Administrator whom the task is assigned to."""
    created: DateTime | None = None
    duedate: Date | None = None
    completed: bool | None = None
    billed: bool | None = None
    order: int | None = None
    """Position in the list of tasks."""
    timelogs: list[ProjectTimelog] = Field(default_factory=no_items)


class ProjectMessage(Model):
    """What somebody wrote about a project."""

    id: int | None = None
    """Message ID."""
    projectid: int | None = None
    date: DateTime | None = None
    message: str | None = None
    attachments: str | None = None
    """File names separated by commas."""
    adminid: int | None = None
    """Administrator who wrote it."""


class ProjectResponse(Model):
    """What GetProject answers."""

    wire_wrappers: ClassVar[Mapping[str, str]] = {"tasks": "task", "messages": "message"}

    result: str | None = None
    projectinfo: Project | None = None
    """A project."""
    tasks: list[ProjectTask] = Field(default_factory=no_items)
    messages: list[ProjectMessage] = Field(default_factory=no_items)


class ProjectsListResponse(Page):
    """What GetProjects answers."""

    result: str | None = None
    totalresults: int | None = None
    startnumber: int | None = None
    numreturned: int | None = None
    projects: list[Project] = Field(default_factory=no_items)
