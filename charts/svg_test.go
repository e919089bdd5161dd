package charts

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What is no picture, or points outside, is an error of ours and never a file.
func TestTidySVGRefuses(t *testing.T) {
	const root = `<svg xmlns="http://www.w3.org/2000/svg">`
	for name, drawn := range map[string]string{
		"an open end":         root + "<g></svg>",
		"quotes in quotes":    root + `<text style="font-family:"Segoe UI"">1</text></svg>`,
		"markup of a page":    root + `<p xmlns="http://www.w3.org/1999/xhtml">1</p></svg>`,
		"a link":              root + `<a href="x"><text>1</text></a></svg>`,
		"a deed":              root + `<rect onclick="x" fill="red"/></svg>`,
		"a pattern not there": root + `<rect fill="url(#p)"/></svg>`,
	} {
		if got, err := tidySVG("x", drawn); err == nil {
			t.Errorf("%s is taken as %s", name, got)
		}
	}
}

func TestTidySVG(t *testing.T) {
	drawn := `<svg width="700" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1">
<rect width="700" height="111" fill="none"></rect>
<path d="M-294.04 -0.02l1e-7 17.25" transform="matrix(0.70710678,0.5,0,1,0,0)" fill="none" stroke="#fff" stroke-opacity="0.25" class="zr7-cls-42" ecmeta_data_index="0"></path>
<text dominant-baseline="central" style="font-size:14px;font-family:a, 'b';font-weight:bold;" xml:space="preserve" transform="translate(325.4273 14)">1 &lt; 2</text>
<rect fill="url(#zr7-p0)"/><defs><pattern id="zr7-p0"></pattern></defs><style><![CDATA[.zr7-cls-42:hover {}]]></style></svg>`
	want := `<svg width="700" xmlns="http://www.w3.org/2000/svg" version="1.1">` +
		`<path d="M-294 0l1e-7 17.2" transform="matrix(0.7071,0.5,0,1,0,0)" fill="none" stroke="#fff" stroke-opacity="0.25"/>` +
		`<text dy="0.35em" style="font-weight:bold" transform="translate(325.4 14)">1 &lt; 2</text>` +
		`<rect fill="url(#still-x-1)"/><defs><pattern id="still-x-1"/></defs></svg>`
	got, err := tidySVG("x", drawn)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}
