"""A process that prints models: JSON on stdin, Python on stdout. It stands alone: starting it costs nothing else.

in:   {"document": an OpenAPI document, "texts": class -> what the template prints, "templates": folder}
out:  the source of all classes, as datamodel-code-generator orders them
"""

from __future__ import annotations

import gc
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import PythonVersion
from datamodel_code_generator.model import get_data_model_types
from datamodel_code_generator.parser.openapi import OpenAPIParser


def source_of(document: dict[str, Any], texts: dict[str, dict[str, Any]], templates: Path) -> str:
    """What datamodel-code-generator prints of the schemas in a document, unformatted."""
    kinds = get_data_model_types(DataModelType.PydanticV2BaseModel, target_python_version=PythonVersion.PY_311)
    parser = OpenAPIParser(
        json.dumps(document),
        data_model_type=kinds.data_model,
        data_model_root_type=kinds.root_model,
        data_model_field_type=kinds.field_model,
        data_type_manager_type=kinds.data_type_manager,
        dump_resolve_reference_action=kinds.dump_resolve_reference_action,
        target_python_version=PythonVersion.PY_311,
        custom_class_name_generator=str,  # names stay as they are
        custom_template_dir=templates,
        extra_template_data=defaultdict(dict, texts),
        use_standard_collections=True,
        use_union_operator=True,
        formatters=[],
    )
    return str(parser.parse())


def main() -> None:
    """Answers one request; none, where whoever started it has gone."""
    gc.disable()  # it builds large trees and drops none of them
    content = sys.stdin.buffer.read()
    if content:
        request = json.loads(content)
        source = source_of(request["document"], request["texts"], Path(request["templates"]))
        sys.stdout.buffer.write(source.encode())


if __name__ == "__main__":
    main()
