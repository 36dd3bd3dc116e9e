"""`make schemas`: what editors know of the files people write, made from the models that read them.

python -m schemas

Campaigns, the heads of texts, docs/sources.yml, assets/print/designs.yml and kho.json. `lachan check`
says more; a schema refuses nothing that it takes, as far as people write it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lachan.campaign.broadcast import Broadcast
from lachan.campaign.model import CountryFile, PlaceFile, ProvinceFile
from lachan.common.schema import Strict
from lachan.contacts.contact import ContactFile
from lachan.contacts.recall import RecallFile
from lachan.formats.kinds import SLOTTED
from lachan.inventory.khofile import Kho
from lachan.texts.design import Design
from lachan.texts.front import FormFront, PageFront, PosterFront, PostFront, ScriptFront
from lachan.texts.source import Source
from pydantic import Field, TypeAdapter, create_model
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

FOLDER = Path(__file__).parent
_DIALECT = "http://json-schema.org/draft-07/schema#"
"""What every editor knows; newer ones are known to few."""
_BROADCAST = "Lịch loa truyền thanh. Chỉ ghi điều khác cấp trên."
_CONTACTS = "Đầu mối của nơi này. Chỉ ghi điều khác cấp trên."


class _Country(CountryFile):
    contacts: dict[str, ContactFile] | None = Field(default=None, description="Đầu mối cả nước.")
    local_contacts: dict[str, ContactFile] | None = Field(
        default=None, description="Ai trả lời bà con ở xã, phường; số thì ghi ở tệp của từng nơi."
    )
    broadcast: Broadcast | None = Field(default=None, description="Lịch loa truyền thanh.")


class _Province(ProvinceFile):
    contacts: dict[str, ContactFile] | None = Field(default=None, description=_CONTACTS)
    broadcast: Broadcast | None = Field(default=None, description=_BROADCAST)


class _Commune(PlaceFile):
    contacts: dict[str, ContactFile] | None = Field(default=None, description=_CONTACTS)
    broadcast: Broadcast | None = Field(default=None, description=_BROADCAST)


class _Recalls(Strict):
    recalls: list[RecallFile] | None = Field(default=None, description="Những gì đã thu hồi.")


_KINDS: dict[str, Any] = {kind: (dict[str, Design], Field(default_factory=dict)) for kind in SLOTTED}
_Designs = create_model("_Designs", __base__=Strict, **_KINDS)


class _Written(GenerateJsonSchema):
    """YAML in an editor: 111 is a number there and `true` a truth, where we read text; 2026-07-30,
    24/7 and yes are text to both (YAML 1.2, chapter 10).
    """

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        made = super().str_schema(schema)
        return made if "pattern" in made else made | {"type": ["string", "number"]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return super().int_schema(schema) | {"type": ["integer", "string"], "pattern": "^[0-9]+$"}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return {"enum": ["yes", "no", True, False]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """`number:` with nothing behind it. One type of several is what editors can explain best."""
        inner = self.generate_inner(schema["schema"])
        if "enum" in inner:
            inner["enum"] = [*inner["enum"], None]
        if "type" not in inner:
            return {"anyOf": [inner, {"type": "null"}]}
        types = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        return inner | {"type": [*types, "null"]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Months, weeks and years as keys: a key is text in JSON."""
        made = super().dict_schema(schema)
        keys: Any = schema.get("keys_schema", {})
        if keys.get("type") != "int":
            return made
        known = range(keys["ge"], keys["le"] + 1) if "le" in keys else ["[0-9]+"]
        pattern = f"^0?({'|'.join(map(str, known))})$"
        (values,) = made["patternProperties"].values()
        return made | {"patternProperties": {pattern: values}, "additionalProperties": False}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """A default is what an editor writes there: never nothing, and a truth as people write it."""
        made = super().default_schema(schema)
        default = made.pop("default", None)
        if isinstance(default, bool):
            default = "yes" if default else "no"
        return made if default in ("", None) else made | {"default": default}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Without the words for developers."""
        made = super().model_schema(schema)
        return {key: part for key, part in made.items() if key not in {"title", "description"}}


def made() -> Iterator[tuple[str, str]]:
    """Name and text of every schema."""
    yield _schema("country", "Cả nước", _Country)
    yield _schema("province", "Tỉnh, thành phố", _Province, overlay=True)
    yield _schema("commune", "Xã, phường", _Commune, overlay=True)
    yield _schema("recalls", "Thu hồi", _Recalls)
    yield _schema("sources", "Nguồn", dict[str, Source])
    yield _schema("designs", "Mẫu in", _Designs)
    yield _schema("page", "Trang", PageFront)
    yield _schema("poster", "Áp phích, băng rôn, tờ gấp, thẻ", PosterFront)
    yield _schema("form", "Biểu mẫu", FormFront)
    yield _schema("script", "Bài phát thanh", ScriptFront)
    yield _schema("post", "Bài đăng", PostFront)
    yield _schema("kho", "kho.json", Kho, GenerateJsonSchema)


def _schema(
    name: str,
    title: str,
    model: Any,
    generator: type[GenerateJsonSchema] = _Written,
    *,
    overlay: bool = False,
) -> tuple[str, str]:
    schema = TypeAdapter(model).json_schema(
        ref_template="#/definitions/{model}", schema_generator=generator
    )
    if parts := schema.pop("$defs", None):
        schema["definitions"] = parts
    if overlay:
        _loosen(schema["definitions"]["ContactFile"])
    whole = {"$schema": _DIALECT} | schema | {"title": title}
    return f"{name}.json", json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _loosen(contact: dict[str, Any]) -> None:
    """Of a contact a place may write anything: what is missing stands in a file above."""
    for part in (contact, *contact["properties"].values()):
        for key in ("required", "if", "then"):
            part.pop(key, None)


if __name__ == "__main__":
    for name, text in made():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")
