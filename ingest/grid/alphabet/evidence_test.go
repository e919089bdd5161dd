package alphabet

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// foreign are texts of other languages, as they stand in Windows-1252.
var foreign = []string{
	"Société Générale à Hanoï, où l’élève naïve a été reçue; ça coûte 3 €",
	"Größe und Maß der Straße: München, Köln, Fußgänger, schön, über, weiß, Äpfel, Öl",
	"“Quality” – it’s the firm’s own café; naïve résumé…",
	"São Paulo, ação, coração, três, você, avô, ônibus, próximo, índice",
	"El niño añadió: mañana será otro día, según la opinión pública",
	"Ærøskøbing, blåbær, smörgåsbord, hjärta, förändring, på, är, och, från",
	"Nestlé", "Müller", "thé", "§ 5, 10 °C ± 2, 50 m², © ABC ®, 3 µm",
	"l'hôpital, forêt, château, île, même, après, très, déjà, là, dès, père, mère, élève, août, goût, sûr",
	"Türkiye, Århus, Ångström, façade, garçon, leçon, français, hélas, fête, tête, bête, pâte, côte, rôle",
}

// No text of another language is ever read as Vietnamese, as bytes or as Unicode.
func TestForeignTextsStand(t *testing.T) {
	for _, text := range foreign {
		for _, part := range append(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;.: ", r) }), text, strings.Repeat(text+"\n", 50)) {
			if r, ok := OfText(part); ok {
				t.Errorf("%q is read as %v: %q", part, r.Alphabet, r.Text)
			}
			code, ok := Windows1252.Encode(part)
			if !ok {
				t.Fatalf("%q is not in Windows-1252", part)
			}
			if r, ok := OfBytes(code); ok && r.Text != part {
				t.Errorf("%q is read as %v: %q", part, r.Alphabet, r.Text)
			}
		}
	}
	code, _ := Windows1252.Encode(strings.Join(foreign[1:6], "\n"))
	if r, ok := OfBytes(code); !ok || r.Alphabet != Windows1252 {
		t.Errorf("western text is %v, %v", r.Alphabet, ok)
	}
}

func TestWhatIsNotClearIsRefused(t *testing.T) {
	for name, content := range map[string]string{
		"letters lost to question marks":       "Nguy?n V\xe3n H\xe0, S? Y t?, h\xe0, v\xe0, l\xe0, C\xe1 nh\xe2n",
		"one broken byte in UTF-8":             "Sở Y tế, Nguyễn Thị Hoa, Danh sách\n\xe1\xba, Đơn vị",
		"two alphabets in one file":            "Danh s¸ch khen th\u00adëng ®¬n vÞ" + " Danh saùch khen thöôûng ñôn vò",
		"hardly a word":                        "H\xb5",
		"letters in no order":                  "\xb5\xb6\xb7\xb8 x\xb9q \xa8\xa9\xaa \xd0\xd1k",
		"a letter of TCVN3 and a sign of none": "§¬n vÞ, khen th\xadëng, quyÕt ®Þnh, sè 5 \xb2",
	} {
		var code []byte
		for _, r := range content { // the signs above as bytes
			if r < 0x100 && r != '\uFFFD' {
				code = append(code, byte(r))
			}
		}
		if strings.Contains(content, "ễ") || strings.ContainsRune(content, '\uFFFD') {
			code = []byte(content)
		}
		if r, ok := OfBytes(code); ok {
			t.Errorf("%s: read as %v: %q", name, r.Alphabet, r.Text)
		}
	}
}

// Text that is Unicode stands, however few of its letters are outside Latin-1.
func TestUnicodeStands(t *testing.T) {
	for _, text := range []string{"Hòa Bình", "Hoà Bình", "Hà Nam, cá nhân, ghi chú, Toàn, Phó phòng", "Năm", "Danh sách", "cá nhân", "TOÀN TỈNH", "Lý Thị Bé", "50 m²"} {
		if r, ok := OfText(strings.Repeat(text+" ", 3)); ok {
			t.Errorf("%q is read as %v: %q", text, r.Alphabet, r.Text)
		}
	}
}

func TestCapitalsComeBack(t *testing.T) {
	got, ok := TCVN3.Read("UBND TØNH PHó THä, HUYÖN L©M THAO, Së Y tÕ, Hµ, ñY BAN")
	if want := "UBND TỈNH PHÚ THỌ, HUYỆN LÂM THAO, Sở Y tế, Hà, ủY BAN"; !ok || got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestExampleIsNobodysName(t *testing.T) {
	code, _ := TCVN3.Encode("Nguyễn Thị Hoa, Trần Văn Bình, Lê Thị Hạnh, khen thưởng")
	r, ok := OfBytes(code)
	if !ok || r.Example != "khen th\u00adëng = khen thưởng" {
		t.Errorf("%q, %v", r.Example, ok)
	}
	code, _ = TCVN3.Encode("Nguyễn Thị Hoa, Trần Văn Bình, Lê Thị Hạnh")
	if r, ok := OfBytes(code); !ok || r.Example != "" {
		t.Errorf("%q, %v", r.Example, ok)
	}
}

func TestBytesNeverPanic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		holds(t, rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
	})
}

// holds is what every answer keeps to.
func holds(t rapid.TB, content []byte) {
	for _, of := range []func() (Reading, bool){
		func() (Reading, bool) { return OfBytes(content) },
		func() (Reading, bool) { return OfText(strings.ToValidUTF8(string(content), "é")) },
		func() (Reading, bool) { return OfText(Latin1(content)) },
	} {
		r, ok := of()
		if !ok {
			continue
		}
		again, ok := r.Alphabet.Read(Latin1(content))
		if r.Alphabet == Misread || r.Text != again && r.Alphabet != Unicode {
			again, ok = r.Text, true
		}
		if !ok || again != r.Text || r.Alphabet == Unicode {
			t.Fatalf("%q: %v reads %q, then %q", content, r.Alphabet, r.Text, again)
		}
		if r.Alphabet != Windows1252 && r.Words < 3 {
			t.Fatalf("%q is read as %v on %d words", content, r.Alphabet, r.Words)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, a := range []Alphabet{TCVN3, VNI, VPS, VISCII, Windows1258, Misread} {
		code, _ := a.Encode("Danh sách khen thưởng\n1;Nguyễn Thị Hoa;Sở Y tế tỉnh Phú Thọ\n")
		f.Add(code)
	}
	for _, text := range foreign {
		code, _ := Windows1252.Encode(text)
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, content []byte) { holds(t, content) })
}

func FuzzFont(f *testing.F) {
	f.Add(".VnTimeH", "ñy ban", "VNI-Times", "tröôøng")
	f.Add("VPS Times", "Vi\u008ct", "VISCII", "Vi®t")
	f.Fuzz(func(t *testing.T, font, text, otherFont, more string) {
		one, two := Run{text, OfFont(font)}, Run{more, OfFont(otherFont)}
		got, ok := OfRuns(one, two)
		if !ok && got != "" {
			t.Fatalf("%q and not read", got)
		}
		if one.Font.Alphabet == Unicode && two.Font.Alphabet == Unicode && ok {
			t.Fatalf("%q %q is read without an old font", text, more)
		}
		if strings.ContainsRune(text+more, 'ộ') && one.Font == two.Font && ok {
			t.Fatalf("%q %q: a letter that is no sign was read as %q", text, more, got)
		}
	})
}
