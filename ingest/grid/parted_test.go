package grid

import (
	"strings"
	"testing"
)

// A number with a comma that stands in no quotation marks would move figures to other columns, and is refused; a line
// that is wide for another reason is read.
func TestNumbersCutByCommas(t *testing.T) {
	head := "UBND HUYỆN YÊN LẠC\nTheo Luật, Nghị định, Thông tư, quy chế\nSTT,Đơn vị,Gia đình văn hóa,Giấy khen\n"
	refused := map[string]string{
		"thousands, a blank behind": "1,Xã Đồng Cương,1,812,\n2,Xã Tề Lỗ,745,9\n",
		"thousands in all lines":    "1,Xã Đồng Cương,1,812,14\n2,Xã Tề Lỗ,1,745,9\n",
		"decimals":                  "1,Xã Đồng Cương,812,14\n2,Xã Tề Lỗ,12,5,9\n",
		"millions":                  "1,Xã Đồng Cương,1,200,000,14\n",
		"a blank line is as wide":   "1,Xã Đồng Cương,12,5,9\n2,Xã Tề Lỗ,12,5,\n",
		"another line is wider":     "1,Xã Đồng Cương,1,812,14\n2,Xã Tề Lỗ,745,9,tốt,giỏi,khá\n",
	}
	for name, lines := range refused {
		if _, fs := told(head + lines); !strings.HasPrefix(fs, string(codeAmbiguous)) {
			t.Errorf("%s: told %q", name, fs)
		}
	}
	sound := map[string]string{
		"a number in quotes":        "1,Xã Đồng Cương,\"1,812\",14\n2,Xã Tề Lỗ,745,9\n",
		"a delimiter behind all":    "1,Xã Đồng Cương,812,14,\n2,Xã Tề Lỗ,745,9,\n",
		"a note that has no header": "1,Xã Đồng Cương,8,123,tốt\n2,Xã Tề Lỗ,,9,giỏi\n",
		"no line is wider":          "1,Xã Đồng Cương,1,812\n2,Xã Tề Lỗ,745,9\n",
	}
	for name, lines := range sound {
		if _, fs := told(head + lines); fs != "" {
			t.Errorf("%s: told %q", name, fs)
		}
	}
	if _, fs := told("120,300\n130,400\n1,140,500\n"); fs != "" {
		t.Errorf("figures without a header: told %q", fs)
	}
}

// A line of the table that stands in one cell would be passed over as a heading; it is refused. Titles and notes are not.
func TestLineInOneCell(t *testing.T) {
	head := "Báo cáo 1,2,3,4\nSTT;Tên;Giấy khen;Bằng khen\n1;An;2;3\n"
	for _, line := range []string{"2,Bình,4,5", "2\tBình\t4\t5", "2,Bình,4,tốt, khá"} {
		if _, fs := told(head + line + "\n3;Chi;6;7\n"); !strings.HasPrefix(fs, "text-ambiguous@A4 ") || strings.Contains(fs, "Bình") {
			t.Errorf("%s: told %q", line, fs)
		}
	}
	for _, line := range []string{`"2;Bình;4;5"`, `"2;""Bình"";4;5"`} { // marked as the others it is cut again, and told
		if _, fs := told(head + line + "\n3;Chi;6;7\n"); !strings.HasPrefix(fs, "quotation-mark-stray@A4 ") {
			t.Errorf("%s: told %q", line, fs)
		}
	}
	for _, line := range []string{"Có 6,419,677 nữ trong 12,553,458 người, 1,789,720 nam năm 2005", "I. Các xã", "Nơi nhận: VT,NV,TH,TC.", "Tính đến 1, 2, 3, 4", "Ngày 5,6", ";;4;5"} {
		if _, fs := told(head + line + "\n3;Chi;6;7\n"); fs != "" {
			t.Errorf("%s: told %q", line, fs)
		}
	}
}
