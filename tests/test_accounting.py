"""The specs beside a table of what is documented: every action, parameter and field is there, or there is a reason.

``documented-names.json`` holds facts only: names, types, versions. Parameters are called as the documentation calls
them: ``email_preferences[general]`` and ``lineitems[x][desc]`` are parts of a parameter, ``itemamountx`` is a numbered
family. What is missing or extra is printed; each exception has its reason, and one that nothing needs any more fails.

An action of your own, which WHMCS does not document, is a line in ``OWN_ACTIONS``; nothing else here is about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from real_specs import DOCUMENTED, api, documented_operations, group_of, inputs, operations, paths, response_fields

from generator.ir import AnyOf, EncodingKind, EnumRef, ListOf, MapOf, ModelRef, Opaque, Operation, Param, Scalar, Type

# Names


def documented_parameters() -> set[str]:
    return {f"{action}.{name}" for action, facts in DOCUMENTED.items() for name in facts.get("params", {})}


def names(param: Param) -> Iterator[str]:
    """What the documentation could call a parameter and its parts."""
    rows = inputs()[inner.name] if isinstance(inner := element(param.type), ModelRef) else None
    if rows and param.encoding.kind is EncodingKind.NUMBERED:
        yield from (f"{field.wire}x" for field in rows.fields)
        return
    yield param.wire
    if rows:
        between = "[x]" if isinstance(param.type, ListOf) else ""
        yield from (f"{param.wire}{between}[{field.wire}]" for field in rows.fields)


def element(type_: Type) -> Type:
    """What a list holds, or the type itself."""
    return type_.item if isinstance(type_, ListOf) else type_


def owner(name: str) -> str:
    """The parameter that a part belongs to: AddContact.email_preferences of AddContact.email_preferences[general]."""
    return name.partition("[")[0]


def declared_parameters() -> set[str]:
    return {
        f"{operation.action}.{name}"
        for operation in documented_operations().values()
        for param in operation.params
        for name in names(param)
    }


# Parameters that the published file invented. They stay callable, and are marked as deprecated.
INVENTED = {
    "GetClients.groupid": "no such filter; the server ignores it",
    "AddClient.status": "UpdateClient takes it",
    "AddClient.taxexempt": "UpdateClient takes it",
    "UpdateClient.password2": "the password is the user's since 8.0",
    "CreateSsoToken.admin_user": "tokens are for users",
    "CreateSsoToken.sso_destination": "is called destination",
}
# Parameters beyond the documented ones, other than those.
MORE_PARAMETERS = {
    "UpdateClient.email_preferences": "holds the six documented email_preferences[...]",
    "AddContact.email_preferences": "holds the six documented email_preferences[...]",
    "UpdateContact.email_preferences": "holds the six documented email_preferences[...]",
}


# Actions that are documented nowhere, such as those that a module of yours adds: action -> whose it is.
OWN_ACTIONS: dict[str, str] = {}


def test_every_documented_action_is_an_operation_and_nothing_else_is():
    assert_only({}, DOCUMENTED.keys() - operations().keys(), "documented, but missing", "add it in specs/overlays/")
    assert_only(
        OWN_ACTIONS,
        operations().keys() - DOCUMENTED.keys(),
        "declared, but not documented",
        "add what is documented to tests/documented-names.json; name an action of your own in OWN_ACTIONS of "
        "tests/test_accounting.py",
    )


def test_every_documented_parameter_is_there_and_nothing_else_is():
    documented, declared = documented_parameters(), declared_parameters()
    # A part may stand for the whole where only the whole is documented.
    extra = {name for name in declared - documented if name == owner(name) or owner(name) not in documented}
    assert_only({}, documented - declared, "documented, but missing", "declare it in specs/overlays/")
    assert_only(
        INVENTED | MORE_PARAMETERS,
        extra,
        "declared, but not documented",
        "take it out in specs/overlays/, add it to tests/documented-names.json, or to MORE_PARAMETERS here with a reason",
    )


def test_what_is_deprecated_is_what_is_documented_so_or_was_invented():
    documented = {f"{action}.{name}" for action, facts in DOCUMENTED.items() for name in facts.get("deprecated", ())}
    deprecated = {
        f"{operation.action}.{param.wire}"
        for operation in documented_operations().values()
        for param in operation.params
        if param.deprecated
    }
    hint = "correct `deprecated` in specs/overlays/, or in tests/documented-names.json"
    assert_only(
        {}, (documented | INVENTED.keys()) - deprecated, "documented or noted as deprecated, but not marked", hint
    )
    assert_only({}, deprecated - (documented | INVENTED.keys()), "deprecated, but not documented so", hint)
    assert [action for action, found in documented_operations().items() if found.deprecated] == ["GetClientPassword"]


# Requiredness

# Documented as required, but not always: what x-requires says instead.
CONDITIONAL = {
    "AddBannedIp.days": "its text gives the choice of expires",
    "UpdateOAuthCredential.credentialId": "clientApiIdentifier does as well, by its text",
} | dict.fromkeys(
    (f"AddClient.{name}" for name in DOCUMENTED["AddClient"]["required"]), "may be left out where skipvalidation is set"
)


def test_what_is_documented_as_required_is_required_or_part_of_a_rule():
    documented = {f"{action}.{name}" for action, facts in DOCUMENTED.items() for name in facts.get("required", ())}
    required = {
        f"{operation.action}.{param.wire}"
        for operation in documented_operations().values()
        for param in operation.params
        if param.required
    }
    hint = "correct `required` in specs/overlays/, or in tests/documented-names.json"
    assert_only({}, required - documented, "required, but documented as optional", hint)
    assert_only(
        CONDITIONAL, documented - required, "documented as required, but optional", f"{hint}, or see CONDITIONAL"
    )
    ruled = {
        f"{operation.action}.{name}"
        for operation in documented_operations().values()
        for rule in operation.requirements
        for name in (*rule.any, *rule.all)
    }
    assert not CONDITIONAL.keys() - ruled


# Types

MEANINGS: Mapping[str, set[str]] = {
    "int": {"integer"},
    "float": {"decimal"},
    "bool": {"boolean"},
    "string": {"text", "date", "datetime"},
    "datetime": {"datetime"},
    "int[]": {"list of integer"},
    "float[]": {"list of decimal"},
    "bool[]": {"list of boolean"},
    "string[]": {"list of text"},
    "array": {"list of object", "list of text", "map of integer", "map of decimal", "map of any"},
    "float|string": {"decimal or text"},
    "mixed": {"text or decimal or boolean"},
}
ENCODED = "documented as the text that goes over the wire"
# Documented with another type than what it means.
JUDGED = {
    "AddOrder.addons": (ENCODED, "list of list of integer or text"),
    "AddOrder.addonsqty": (ENCODED, "list of list of integer or text"),
    "AddOrder.customfields": (ENCODED, "list of map of text"),
    "AddOrder.configoptions": (ENCODED, "list of map of integer"),
    "AddOrder.domainfields": (ENCODED, "list of map of text"),
    "AddProduct.subdomain": (ENCODED, "list of text or text"),
    "AddProduct.pricing": ("an array of arrays", "map of object"),
    "CreateClientInvite.permissions": (ENCODED, "list of text or text"),
    "UpdateUserPermissions.permissions": (ENCODED, "list of text or text"),
    "MergeTicket.mergeticketids": (ENCODED, "list of integer or text"),
    "UpdateClientProduct.configoptions": (ENCODED, "map of integer or object"),
    "GetProducts.pid": ("one ID or several, separated by commas", "list of integer or integer or text"),
    "GetClientsAddons.serviceid": ("one ID or several, separated by commas", "list of integer or integer or text"),
    "UpdateInvoice.itemdescription": ("an array with line IDs as its keys", "map of text"),
    "UpdateInvoice.itemamount": ("an array with line IDs as its keys", "map of decimal"),
    "UpdateInvoice.itemtaxed": ("an array with line IDs as its keys", "map of boolean"),
    "DomainTransfer.eppcode": ("EPP codes have letters and signs", "text"),
    "GetAffiliates.onetime": ("a flag", "boolean"),
    "CreateClientInvite.client_id": ("an ID", "integer"),
    "UpdateAnnouncement.announcementid": ("an ID", "integer"),
    "UpdateOAuthCredential.logoUri": ("documented as string[], and as one address", "text or list of text"),
    "UpdateOAuthCredential.redirectUri": ("documented as string, and as an array", "list of text or text"),
    "UpdateToDoItem.date": ("a date, documented as a number", "date"),
    "UpdateToDoItem.duedate": ("a date, documented as a number", "date"),
} | {
    f"{action}.{name}": (ENCODED, meaning)
    for meaning, parameters in {
        "map of text": (
            "AddClient.customfields UpdateClient.customfields OpenTicket.customfields AddTicketReply.customfields "
            "UpdateTicket.customfields UpdateClientProduct.customfields"
        ),
        "list of integer or text": (
            "CreateProject.ticketids CreateProject.invoiceids UpdateProject.ticketids UpdateProject.invoiceids "
            "GetProjects.ticketids GetProjects.invoiceids"
        ),
    }.items()
    for action, name in (parameter.split(".") for parameter in parameters.split())
}


def meaning(type_: Type) -> str:
    match type_:
        case Scalar():
            return str(type_.kind)
        case EnumRef():
            return str(next(enum.kind for enum in api().enums if enum.name == type_.name))
        case ListOf():
            return f"list of {meaning(type_.item)}"
        case MapOf():
            return f"map of {meaning(type_.value)}"
        case ModelRef():
            return "object"
        case AnyOf():
            return " or ".join(map(meaning, type_.options))
        case Opaque():
            return "any"


def test_parameters_have_the_documented_types_or_the_ones_that_are_meant():
    odd = {}
    for action, operation in documented_operations().items():
        documented = DOCUMENTED[action].get("params", {})
        for param in operation.params:
            if param.wire in documented and meaning(param.type) not in MEANINGS.get(documented[param.wire], ()):
                odd[f"{action}.{param.wire}"] = f"{documented[param.wire]} -> {meaning(param.type)}"
    assert_only(
        JUDGED,
        odd,
        "of another type than documented",
        "correct the type in specs/overlays/, or say in JUDGED of tests/test_accounting.py why it means another",
    )
    assert {name: judged for name, (_, judged) in JUDGED.items()} == {
        name: found.partition(" -> ")[2] for name, found in odd.items()
    }


# Answers

SLIP = "a slip of the response table"
NOT_FIELDS = dict.fromkeys(
    ("GetTickets." + name for name in ("requestor_name", "requestor_type", "requestor_email", "owner_name")),
    f"{SLIP}: fields of each ticket",
) | {
    "GetProjects.invoices": f"{SLIP}: the projects",
    "AddBillableItem.result": "the documented example has `status` in its place",
    "GetAdminUsers.result": "the documented example has none",
    "GetPermissionsList.result": "the documented example has none",
    "GetProject.result": "the documented example has none",
    "GetRegistrars.result": "the documented example is a bare list",
}
# Documented nowhere, but declared.
MORE_FIELDS = {
    "AddOrder.productids": "what serviceids was called before 7.8",
    "GetUserPermissions.permissions": "what the action is for; the page has the envelope alone",
}


def test_every_documented_field_is_there_and_nothing_else_is():
    documented = {
        f"{action}.{name}"
        for action, facts in DOCUMENTED.items()
        for name in {*facts["response"], *facts.get("example", ())}
    }
    declared = {
        f"{action}.{name}"
        for action, operation in documented_operations().items()
        for name in response_fields(operation)
    }
    assert_only(
        NOT_FIELDS, documented - declared, "documented, but missing", "declare it in specs/overlays/, or see NOT_FIELDS"
    )
    assert_only(
        MORE_FIELDS,
        declared - documented,
        "declared, but not documented",
        "take it out in specs/overlays/, add it to tests/documented-names.json, or to MORE_FIELDS here with a reason",
    )


# Versions


def test_versions_are_the_documented_ones():
    # "1.0" is as good as "always".
    documented = {action: facts["since"] for action, facts in DOCUMENTED.items() if facts["since"] not in {"1.0", None}}
    assert documented == {
        action: operation.since for action, operation in documented_operations().items() if operation.since
    }


def test_later_parameters_and_fields_say_since_when():
    late = {f"{action}.{name}": since for action, facts in DOCUMENTED.items() for name, since in added(facts)}
    said = {
        f"{action}.{name}": since
        for action, operation in documented_operations().items()
        for name, since in (*since_of_parameters(operation), *since_of_fields(operation))
    }
    assert not {name: since for name, since in late.items() if said.get(name) != since}
    # One component serves several operations; the others do not say when they got it.
    assert_only(
        SHARED_SINCE,
        said.keys() - late.keys(),
        "dated, but not documented so",
        "take `x-since` out in specs/overlays/, or add it to tests/documented-names.json",
    )


SHARED_SINCE = {
    "UpdateClient.tax_id": "shared with AddClient, which got it in 7.7",
    "GetTicket.notes.note[].attachments": "files came to notes as they came to replies",
    "GetTicket.replies.reply[].requestor_name": "replies name their requestor as the ticket does",
    "GetTicket.replies.reply[].requestor_email": "replies name their requestor as the ticket does",
    "GetTicket.replies.reply[].requestor_type": "replies name their requestor as the ticket does",
}


def added(facts: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for name, since in (*facts.get("added", {}).items(), *facts.get("added_fields", {}).items()):
        yield owner(name) if name.startswith("email_preferences") else name, since


def since_of_parameters(operation: Operation) -> Iterator[tuple[str, str]]:
    return ((param.wire, param.since) for param in operation.params if param.since)


def since_of_fields(operation: Operation) -> Iterator[tuple[str, str]]:
    return ((path, field.since) for path, field in paths(operation) if field.since)


# Groups and pages

GROUPS = {
    "Addons": "Services",
    "Affiliates": "Affiliates",
    "Authentication": "Authentication",
    "Billing": "Billing",
    "Client": "Clients",
    "Domains": "Domains",
    "Module": "Services",
    "Orders": "Orders",
    "Products": "Orders",
    "Project Management": "Projects",
    "Servers": "Services",
    "Service": "Services",
    "Support": "Support",
    "System": "System",
    "Tickets": "Support",
    "Users": "Users",
}


def test_the_documented_groups_are_the_published_tags():
    documented = {action: GROUPS[facts["group"]] for action, facts in DOCUMENTED.items()}
    assert documented == {action: group_of()[action] for action in documented_operations()}
    assert {*GROUPS.values()} <= {group.name for group in api().groups}


def test_every_operation_names_its_page_and_is_named_after_its_action():
    for action, operation in documented_operations().items():
        assert operation.docs == f"https://developers.whmcs.com/api-reference/{action.lower()}/"
        assert operation.doc.endswith(".") and operation.summary


def assert_only(exceptions: Mapping[str, object], found: Iterable[str], what: str, hint: str) -> None:
    """Nothing is found but what is excepted, and everything excepted is found."""
    extra, unused = sorted({*found} - exceptions.keys()), sorted(exceptions.keys() - {*found})
    assert not extra, f"{what}: {', '.join(extra)}\n{hint}"
    assert not unused, (
        f"no longer {what}: {', '.join(unused)}\ntake it out of the exceptions in tests/test_accounting.py"
    )
