package alphabet

import (
	"flag"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tdkt/data"
)

var update = flag.Bool("update", false, "write syllables.txt again")

// names are usual family, middle and given names, which stand in returns and hardly in our lists.
const names = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Đào Lương Lưu Trịnh Mạc Tạ Hà Quách Cấn Nông Phùng " +
	"Vương Trương Tô Tống Thái Triệu Lã Lữ Khổng Kiều Cù Châu Chử Thạch Giáp Giàng Thào Sùng Lò Lường Cầm Hứa Bạch " +
	"Văn Thị Đức Hữu Ngọc Xuân Tiến Bích Quốc Công Đình Bá Thế Huy Gia Hải Hùng Dũng Cường Tuấn Sơn Thắng Thành Trọng Tú Tùng Việt Vĩnh Hậu Hạnh Hằng Hiền Hiếu Hòa Hồng " +
	"Huệ Hương Hường Khánh Kiên Lâm Liễu Loan Lộc Lợi Mạnh Mẫn Mỹ Mùi Năm Nga Ngân Nghĩa Nguyên Nguyệt Nhân Nhật Như Nhung Nụ Oanh Phát Phú Phúc Phượng Phước Quân Quý Quyền Quyết " +
	"Quỳnh Sáng Sinh Tài Tâm Tân Thảo Thiện Thìn Thịnh Thoa Thọ Thơm Thư Thuận Thúy Thủy Thùy Thương Tiệp Tình Tín Toàn Toản Tố Trà Trâm Trí Trúc Trường Tuyên Tuyết Tuyến Vân Vượng Vỹ Yến Ánh Ân Ấm Đại Đạt Điệp Điền Đông Đồng Độ Định Được"

// syllablesOfTheHouse are the toned syllables in every text that is embedded, and in names.
func syllablesOfTheHouse(t *testing.T) []string {
	found := map[string]bool{}
	gather := func(text string) {
		for _, w := range strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if strings.ContainsFunc(w, func(r rune) bool { return r > unicode.MaxASCII }) && syllable(w) {
				found[w] = true
			}
		}
	}
	gather(names)
	for _, fsys := range []fs.FS{data.LayoutFS, data.RuleFS, data.LangFS} {
		err := fs.WalkDir(fsys, ".", func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			text, err := fs.ReadFile(fsys, path)
			gather(string(text))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	tables, err := data.ReferenceTables()
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		for _, row := range table.Rows {
			for _, cell := range row {
				if text, ok := cell.(string); ok {
					gather(text)
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// The syllables are made from the house's own texts. They need not follow each new word: they are a sample of the language, and
// a change to them changes how a doubtful file is read.
func TestSyllablesAreOfTheHouse(t *testing.T) {
	words := syllablesOfTheHouse(t)
	if *update {
		if err := os.WriteFile("syllables.txt", []byte(wrapped(words)), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	missing := 0
	for w := range usual {
		if _, ours := slices.BinarySearch(words, w); !ours && w != "" {
			missing++
			t.Logf("%s stands in syllables.txt and in no text of the house", w)
		}
	}
	if len(usual) < 800 || missing > len(usual)/20 {
		t.Errorf("%d syllables, %d of them in no text of the house; write them again with -update", len(usual), missing)
	}
}

func wrapped(words []string) string {
	var b strings.Builder
	for i, w := range words {
		b.WriteString(w)
		if i%20 == 19 || i == len(words)-1 {
			b.WriteByte('\n')
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
