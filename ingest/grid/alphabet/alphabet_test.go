package alphabet

import (
	"encoding/csv"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"tdkt/data/codechart"
)

var legacy = []Alphabet{TCVN3, VNI, VPS, VISCII, Windows1258}

// Bytes that other programs give, written down by hand: a slip of the charts would read every return of an alphabet wrong alike.
func TestKnownTexts(t *testing.T) {
	for _, c := range []struct {
		alphabet     Alphabet
		signs, wants string
	}{
		{TCVN3, "Céng hßa X· héi chñ nghÜa ViÖt Nam", "Cộng hòa Xã hội chủ nghĩa Việt Nam"},
		{TCVN3, "bé kÕ ho¹ch vµ ®Çu t\u00ad", "bộ kế hoạch và đầu tư"},
		{TCVN3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"},
		{TCVN3, "“kh¸c” \u0096 n÷a", "“khác” – nữa"},
		{VNI, "Tröôøng Tieåu hoïc Nguyeãn Traõi", "Trường Tiểu học Nguyễn Trãi"},
		{VNI, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{VNI, "Ñoäc laäp, thò xaõ, kyõ sö, Aùnh, Yù", "Độc lập, thị xã, kỹ sư, Ánh, Ý"},
		{VPS, "Vi\u008ct Nam", "Việt Nam"},
		{VPS, "ViŒt Nam", "Việt Nam"},
		{VISCII, "Vi®t Nam, ðÕ ðßþc", "Việt Nam, đạ được"},
		{Windows1258, "Viêòt Nam, Ðôòng", "Việt Nam, Động"},
		{Misread, "Nguyá»…n VÄƒn LÃ½", "Nguyễn Văn Lý"},
		{Misread, "NguyÃ¡Â»â€¦n", "Nguyễn"},
		{Misread, "Nguyá»…n Ă\u00a0 sá»‘", "Nguyễn à số"}, // by Windows-1258
	} {
		got, ok := c.alphabet.Decode(c.signs)
		if !ok || got != c.wants {
			t.Errorf("%v %q: %q, %v; want %q", c.alphabet, c.signs, got, ok, c.wants)
		}
	}
}

func TestSignsThatAreNoLetters(t *testing.T) {
	for _, c := range []struct {
		alphabet Alphabet
		signs    string
	}{
		{TCVN3, "Hà Nội"}, {TCVN3, "Hà"}, {TCVN3, "50 m²"}, {VNI, "aøù"}, {VNI, "Société"}, {VPS, "đ"}, {VISCII, "漢"},
		{Windows1258, "\u00cc"}, {Windows1252, "\u0081"}, {Misread, "Hà"}, {Misread, "plain"}, {Misread, "Nguyễn"}, {TCVN3, "\xff"},
	} {
		if got, ok := c.alphabet.Decode(c.signs); ok {
			t.Errorf("%v reads %q as %q", c.alphabet, c.signs, got)
		}
	}
}

// The charts against those of others, byte for byte and both ways.
func TestVectors(t *testing.T) {
	dir := os.Getenv("TDKT_CORPUS")
	if dir == "" {
		t.Skip("skipped: TDKT_CORPUS does not name the folder of published vectors")
	}
	f, err := os.Open(filepath.Join(dir, "encodings", "vectors.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil || len(lines) != 135 {
		t.Fatal(len(lines), err)
	}
	for i, a := range []Alphabet{TCVN3, VNI, VPS, VISCII} {
		for _, l := range lines[1:] {
			code, err := hex.DecodeString(l[2+i])
			if err != nil {
				t.Fatal(err)
			}
			if got, ok := a.Decode(Latin1(code)); !ok || got != l[0] {
				t.Errorf("%v: %x is %q, want %q", a, code, got, l[0])
			}
			if got, ok := a.Encode(l[0]); !ok || string(got) != string(code) {
				t.Errorf("%v: %q is %x, want %x", a, l[0], got, code)
			}
		}
	}
}

// Every letter comes back, and none stands for two: 134 letters have 134 codes.
func TestLettersComeBack(t *testing.T) {
	for _, a := range legacy {
		seen := map[string]rune{}
		for _, r := range strings.Join(codechart.Vowels, "") + "đĐ" {
			code, ok := a.Encode(string(r))
			if other, twice := seen[string(code)]; !ok || twice {
				t.Errorf("%v: %q has code %x, as %q", a, r, code, other)
			}
			seen[string(code)] = r
			if back, ok := a.Decode(Latin1(code)); !ok || back != string(r) {
				t.Errorf("%v: %q comes back %q", a, r, back)
			}
		}
	}
}

var texts = rapid.StringOf(rapid.RuneFrom([]rune(strings.Join(codechart.Vowels, "") + "đĐbcdghklmnpqrstvx ,.;-\n0123")))

func TestTextsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := norm.NFC.String(texts.Draw(t, "text"))
		for _, a := range legacy {
			code, ok := a.Encode(text)
			if !ok {
				t.Fatalf("%v cannot write %q", a, text)
			}
			back, ok := a.Decode(Latin1(code))
			// A small letter with a tone behind its own plain capital is how TCVN3 writes the capital.
			if a == TCVN3 || a == VNI {
				again, _ := a.Encode(back)
				back, text := string(again), string(code)
				if !ok || back != text {
					t.Fatalf("%v: %x comes back %x", a, text, back)
				}
				continue
			}
			if !ok || back != text {
				t.Fatalf("%v: %q comes back %q", a, text, back)
			}
		}
	})
}

func TestFonts(t *testing.T) {
	for name, want := range map[string]Font{
		".VnTime": {TCVN3, false}, ".VnTimeH": {TCVN3, true}, ".VnArial NarrowH": {TCVN3, true}, ".VnArial Narrow": {TCVN3, false},
		".VNTIMEH": {TCVN3, true}, ".vntimeh": {TCVN3, true}, ".VnTifani HeavyH Normal": {TCVN3, true}, ".VnTime Bold": {TCVN3, false},
		"VNI-Times": {VNI, false}, "Vni-Helve": {VNI, false}, "VNI Times": {VNI, false}, "VPS Times": {VPS, false}, "VISCII Times": {VISCII, false},
		"": {}, "Times New Roman": {}, "Verdana": {}, "Vivaldi": {}, "Calibri": {}, ".Vintage": {}, "Virtual": {}, "VN": {},
	} {
		if got := OfFont(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

func TestRuns(t *testing.T) {
	time, capitals, vni := Font{Alphabet: TCVN3}, Font{TCVN3, true}, Font{Alphabet: VNI}
	for _, c := range []struct {
		name  string
		runs  []Run
		wants string // "" where the text stands
	}{
		{"small letters of a font of capitals", []Run{{"ñy ban nh©n d©n huyÖn L©m Thao", capitals}}, "ỦY BAN NHÂN DÂN HUYỆN LÂM THAO"},
		{"plain letters of a font of capitals", []Run{{"danh s¸ch 1a", capitals}}, "DANH SÁCH 1A"},
		{"two fonts in one text", []Run{{"®", capitals}, {"ång chÝ ", time}, {"(Nữ)", Font{}}}, "Đồng chí (Nữ)"},
		{"a letter of two bytes across runs", []Run{{"tröô", vni}, {"øng", vni}}, "trường"},
		{"Unicode under an old font", []Run{{"Sở Y tế", time}}, ""},
		{"Unicode whose letters have places in TCVN3", []Run{{"Hòa Bình", time}}, ""},
		{"the same two words in TCVN3", []Run{{"Hßa B×nh", time}}, "Hòa Bình"},
		{"Unicode of Latin letters only", []Run{{"cá nhân", time}}, ""},
		{"a sign that the alphabet lacks", []Run{{"50 m²", time}}, ""},
		{"ASCII", []Run{{"ghi", time}}, ""},
	} {
		got, ok := OfRuns(c.runs...)
		if got != c.wants || ok != (c.wants != "") {
			t.Errorf("%s: %q, %v; want %q", c.name, got, ok, c.wants)
		}
	}
}

func TestSyllables(t *testing.T) {
	for _, w := range strings.Fields("hòa hoà thủy thuỷ quý quí giếng gì gìn nghĩa quốc khuỷu ngoằn ngoèo đắk lắk bắc kạn được ý quyết xuất tuyển yến ghế nghị khuya giặt quỳnh xoong") {
		if !syllable(w) {
			t.Errorf("%s is a syllable", w)
		}
	}
	for _, w := range strings.Fields("céng hßa tröôøng đac lôc cềng ngế ghá á́ ộộ tiêngt société müller straße naïve été yá hỳa cafộ") {
		if syllable(w) {
			t.Errorf("%s is no syllable", w)
		}
	}
}
