package grid

import "testing"

// What a format shows of 1234567.
func TestShown(t *testing.T) {
	for code, want := range map[string]string{
		"": "=", "General": "=", "0": "=", "#,##0": "=", "#,##0.00": "=", "@": "=", "0%": "=", "0.00E+00": "=", "dd/mm/yyyy": "=", "h:mm": "=", "[h]:mm": "=", "# ?/?": "=",
		"#,##0_);(#,##0)": "=", `_-* #,##0 "₫"_-;-* #,##0 "₫"_-`: "=", "[Red]0": "=", `General" người"`: "=", `0" người,"`: "=", "000": "=", `#\,##0`: "=", "[>999]0,;0": "=",
		"0,": "1235", "#,##0,": "1235", "0,,": "1", "0.0,,": "1.2", "0,.00": "1234.57", `#,##0," nghìn"`: "1235", "0,;-0,;0": "1235", `0.0,,"tr"`: "1.2", "0,,,,,,,": "0",
		";;;": "", ";": "", `"đủ"`: "", ";-0;0": "", `"";""`: "", "_-": "",
	} {
		shown, otherwise := Cell{Kind: Number, Text: "1234567", Shows: showsOf(code)}.Shown()
		if !otherwise {
			shown = "="
		}
		if shown != want {
			t.Errorf("%q shows %q, want %q", code, shown, want)
		}
	}
	for _, c := range []Cell{{Kind: Number, Text: "0"}, {Kind: Number, Text: "-5"}, {Kind: Text, Text: "5"}, {Kind: Error, Text: "#N/A"}} {
		for _, c.Shows = range []Shows{hides, showsOf("0,")} {
			if shown, otherwise := c.Shown(); otherwise {
				t.Errorf("%+v shows %q", c, shown)
			}
		}
	}
}
