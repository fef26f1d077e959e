"""What no generator of this kind can be faster than: start Python, read the spec with libyaml, render it with Jinja2.

python -m bench.floor SPEC OUTPUT
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Any

import jinja2
import yaml

_TEMPLATE = """\
{% for path, item in paths.items() %}{% for method, operation in item.items() %}
def {{ operation.operationId }}():
    \"\"\"{{ operation.summary }}\"\"\"
    return call({{ path }})
{% endfor %}{% endfor %}
{% for name, schema in schemas.items() %}
class {{ name }}:
{%- for field, type in (schema.properties or {}).items() %}
    {{ field }}: {{ type.type }}
{%- endfor %}
{% endfor %}
"""


def main(spec: str, output: str) -> None:
    """Writes something of about the right size."""
    gc.disable()
    document: dict[str, Any] = yaml.load(Path(spec).read_text("utf-8"), yaml.CSafeLoader)
    template = jinja2.Environment(autoescape=False).from_string(_TEMPLATE)
    text = template.render(paths=document["paths"], schemas=document["components"]["schemas"])
    Path(output).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
