import Documents
import Faces
import Notation
import Testing

@Suite("The JSON face") struct JSONFaceTests {
  @Test("every part has a key of its own") func sample() {
    #expect(
      JSONFace.text(Sample.document) == #"""
        {
          "format": "entente.document",
          "version": 1,
          "title": ["Two <suspects> & a \"deal\""],
          "heading": [],
          "about": [],
          "blocks": [
            {
              "kind": "lead",
              "sentences": [
                [
                  {"text": "First suspect", "ref": {"kind": "actor", "id": "row"}},
                  " ",
                  {"text": "would leave", "manner": "decisive"},
                  " ",
                  {"text": "state 3", "ref": {"kind": "state", "code": "2"}},
                  "."
                ],
                [{"text": "Not finished: half of it was looked at.", "manner": "caution"}]
              ]
            },
            {
              "kind": "section",
              "title": ["What can last"],
              "blocks": [
                {
                  "kind": "paragraph",
                  "sentence": [
                    "It rests on ",
                    {"text": "a wish", "ref": {"kind": "judgement", "id": "row.prefers.s1"}},
                    ", and on *no* [other]_thing_."
                  ]
                },
                {"kind": "pause"},
                {
                  "kind": "paragraph",
                  "sentence": [
                    "+ ",
                    {"text": "Confess", "ref": {"kind": "option", "id": "row.confess"}},
                    " if ",
                    {"text": "the trial", "ref": {"kind": "event", "id": "trial"}},
                    " in ",
                    {"text": "silence", "ref": {"kind": "outcome", "id": "silence"}},
                    " under ",
                    {"text": "seq", "ref": {"kind": "concept", "id": "seq"}},
                    "."
                  ]
                },
                {
                  "kind": "table",
                  "form": "list",
                  "wide": 0,
                  "head": [["who"], ["states"]],
                  "rows": [
                    {"kind": "heading", "title": ["Those who ", {"text": "move", "manner": "decisive"}]},
                    {"kind": "cells", "cells": [["row | column"], ["1,088"]]},
                    {"kind": "cells", "cells": [["column"], []]}
                  ]
                },
                {
                  "kind": "table",
                  "form": "grid",
                  "head": [],
                  "rows": [
                    {"kind": "cells", "cells": [[], ["1"], ["2"]]},
                    {"kind": "heading", "title": [{"text": "First suspect", "ref": {"kind": "actor", "id": "row"}}]},
                    {"kind": "cells", "cells": [["Confess"], ["Y"], ["N"]]},
                    {"kind": "mark", "cells": [["silence"], ["x"], ["·"]]}
                  ]
                },
                {
                  "kind": "more",
                  "title": ["All the ", {"text": "rest", "manner": "aside"}],
                  "blocks": [
                    {"kind": "lines", "lines": ["a.yaml:1:2: error: `x`", "  | ^"]},
                    {
                      "kind": "inset",
                      "blocks": [
                        {
                          "kind": "paragraph",
                          "sentence": [
                            "Beside it, ",
                            {"text": "a larger limit", "ref": {"kind": "parameter", "name": "limit"}},
                            " or ",
                            {"text": "all in JSON", "ref": {"kind": "again", "arguments": [{"name": "json", "value": ""}]}},
                            "."
                          ]
                        },
                        {"kind": "list", "items": [{"mark": {"kind": "dash"}, "sentence": ["deep"], "blocks": []}]}
                      ]
                    }
                  ]
                }
              ]
            },
            {
              "kind": "list",
              "items": [
                {
                  "mark": {"kind": "dash"},
                  "sentence": ["alike"],
                  "blocks": [
                    {"kind": "paragraph", "sentence": ["below"]},
                    {"kind": "list", "items": [{"mark": {"kind": "dash"}, "sentence": ["deeper"], "blocks": []}]}
                  ]
                },
                {"mark": {"kind": "star"}, "sentence": ["for itself"], "blocks": []},
                {"mark": {"kind": "number", "number": 1}, "sentence": ["first"], "blocks": []},
                {"mark": {"kind": "number", "number": 3}, "sentence": ["third"], "blocks": []},
                {"mark": {"kind": "word", "phrase": {"text": "ok", "manner": "good"}}, "sentence": ["a.yaml"], "blocks": []},
                {"mark": {"kind": "word", "phrase": {"text": "FAIL", "manner": "caution"}}, "sentence": ["b.yaml"], "blocks": []}
              ]
            },
            {
              "kind": "figure",
              "caption": [
                "How it ",
                {
                  "text": "moves",
                  "ref": {
                    "kind": "question",
                    "word": "paths",
                    "arguments": [{"name": "from", "value": "row's own"}, {"name": "json", "value": ""}]
                  }
                },
                "."
              ],
              "figure": {
                "kind": "graph",
                "illustration": false,
                "nodes": [
                  {"id": "a", "label": [["state 1"], ["YN"]], "decisive": true},
                  {"id": "b", "label": [[{"text": "state 3", "ref": {"kind": "state", "code": "2"}}]], "decisive": false}
                ],
                "edges": [
                  {"from": "a", "to": "b", "label": [{"text": "First suspect", "ref": {"kind": "actor", "id": "row"}}], "full": true},
                  {"from": "b", "to": "b", "label": [], "full": false}
                ]
              }
            },
            {
              "kind": "figure",
              "caption": ["What is taken."],
              "figure": {
                "kind": "marks",
                "illustration": false,
                "columns": [["now"], [{"text": "silence", "ref": {"kind": "outcome", "id": "silence"}}]],
                "rows": [
                  {"label": [{"text": "First suspect", "ref": {"kind": "actor", "id": "row"}}], "signs": []},
                  {"label": [{"text": "Confess", "ref": {"kind": "option", "id": "row.confess"}}], "signs": ["full", "half"]},
                  {"label": ["Flee & hide"], "signs": ["ring", "dot"]},
                  {"label": ["wishes"], "signs": ["diamond", "blank"]}
                ],
                "legend": [{"sign": "full", "words": ["taken"]}, {"sign": "ring", "words": ["not <taken>"]}]
              }
            }
          ],
          "notes": [
            {
              "ref": {"kind": "judgement", "id": "row.prefers.s1"},
              "title": ["not column.confess"],
              "sentences": [["Said in a memo."], ["It is ", {"text": "state 3", "ref": {"kind": "state", "code": "2"}}, "."]]
            },
            {
              "ref": {"kind": "state", "code": "2"},
              "title": ["state 3"],
              "sentences": [["Taken: ", {"text": "Confess", "ref": {"kind": "option", "id": "row.confess"}}, "."]]
            },
            {"ref": {"kind": "actor", "id": "row"}, "title": ["First suspect"], "sentences": []},
            {"ref": {"kind": "option", "id": "row.confess"}, "title": ["Confess"], "sentences": [["An option."]]},
            {"ref": {"kind": "event", "id": "trial"}, "title": ["The trial"], "sentences": [["An event."]]},
            {"ref": {"kind": "outcome", "id": "silence"}, "title": ["Silence"], "sentences": [["Nobody confesses."]]},
            {"ref": {"kind": "concept", "id": "seq"}, "title": ["seq"], "sentences": [["Credible answers count."]]}
          ]
        }

        """#)
  }

  @Test("a text keeps what it is, whatever stands in it") func texts() {
    let document = Document(title: "\u{202E}\"", blocks: [.lines(["\t"])])
    #expect(
      JSONFace.value(document).text(pretty: false)
        == #"{"format":"entente.document","version":1,"title":["\u202e\""],"heading":[],"about":[],"blocks":[{"kind":"lines","lines":["\t"]}],"notes":[]}"#
    )
  }
}
