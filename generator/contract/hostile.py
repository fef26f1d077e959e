"""Texts that break out of careless generators: out of strings, comments, templates, documents and paths."""

from __future__ import annotations


def texts(attack: str) -> dict[str, str]:
    """What it tries -> the text. ``attack`` is a statement of the language that shows when it is run."""
    return {
        "docstring end": f'"""\n{attack}\n"""',
        "docstring end at the end": f'x """ + {attack} + """',
        "other docstring end": f"'''\n{attack}\n'''",
        "string end": f'" + {attack} + "',
        "single string end": f"' + {attack} + '",
        "both quotes": f"it's \"{attack}\" '\"'",
        "lone quote at the end": 'say "',
        "three quotes": '"""',
        "six quotes": '""""""',
        "backslash at the end": "C:\\",
        "two backslashes at the end": "C:\\\\",
        "escape": "\\x41 \\N{BULLET} \\u0041 \\101 \\\n",
        "template": "{{ canary.append(1) }} {% if 1 %} {# #} {{ 7 * 7 }}",
        "raw block": "{% raw %}{{ x }}{% endraw %}",
        "interpolation": "${HOME} $(id) `id` %s %(x)s {0} {x}",
        "line ends": "one\ntwo\r\nthree\rfour\x0bfive\x0csix\x85seven\u2028eight\u2029nine",
        "code on its own line": f"text\n{attack}\nclass Evil(Model):\n    pass\n\n\nclass Evil2(Model):",
        "rebuild": "Thing.model_rebuild()\nend.model_rebuild()",
        "controls": "a\0b\x1b[2Jc\x7fd\x01",
        "directions": "a\u202eb\u2066c\u2069d\u200be\u200ff",
        "byte order mark": "\ufeffa\ufeff",
        "comment end": f"*/ {attack} // <!-- --> # end",
        "template string": f"` + {attack} + `${{{attack}}}",
        "script end": f"</script><script>{attack}</script>",
        "here document": f'x\nEOF\nEND\n{attack}\n]]> ]==] "#',
        "format off": "# fmt: off",
        "format orders": "fmt: off\n# fmt: off\n# fmt: skip\n# yapf: disable\n# isort: skip_file",
        "checker orders": "type: ignore\n# type: ignore\n# mypy: ignore-errors\n# pyright: basic\n# noqa\n# ruff: noqa",
        "encoding": "-*- coding: latin-1 -*-\n# -*- coding: utf-7 -*-",
        "other scripts": "Größe 日本語 עברית עִבְרִית 🎉 👩‍👩‍👧 e\u0301",
        "wide": "日本語" * 40,
        "long": "a" * 10_000,
        "long with blanks": "word " * 2_000,
        "indented": "first\n    second\n        third\n\tfourth",
        "google sections": "Args:\n    x: y\n\nReturns:\n    nothing",
        "path": "../../../etc/passwd",
        "markdown": "[x](javascript:alert(1)) | <script>alert(1)</script> ``` \n```python\nboom\n```",
        "blank": " ",
    }
