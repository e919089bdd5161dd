package codechart

import (
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Vowels are the plain vowels and, beside each, the same with huyền, hỏi, ngã, sắc and nặng, in the order of the code charts below.
var Vowels = strings.Fields("aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ " +
	"AÀẢÃÁẠ ĂẰẲẴẮẶ ÂẦẨẪẤẬ EÈẺẼÉẸ ÊỀỂỄẾỆ IÌỈĨÍỊ OÒỎÕÓỌ ÔỒỔỖỐỘ ƠỜỞỠỚỢ UÙỦŨÚỤ ƯỪỬỮỨỰ YỲỶỸÝỴ")

// The charts: a line a vowel, đ and Đ last.
const (
	// TCVN 5712:1993 as the .Vn fonts show it. Capitals with a tone have no place of their own: they are the plain capital and the
	// small letter, or, in the fonts of capitals, the small letter alone.
	ofTCVN3 = `
61 b5 b6 b7 b8 b9; a8 bb bc bd be c6; a9 c7 c8 c9 ca cb; 65 cc ce cf d0 d1; aa d2 d3 d4 d5 d6; 69 d7 d8 dc dd de;
6f df e1 e2 e3 e4; ab e5 e6 e7 e8 e9; ac ea eb ec ed ee; 75 ef f1 f2 f3 f4; ad f5 f6 f7 f8 f9; 79 fa fb fc fd fe;
41 41b5 41b6 41b7 41b8 41b9; a1 a1bb a1bc a1bd a1be a1c6; a2 a2c7 a2c8 a2c9 a2ca a2cb; 45 45cc 45ce 45cf 45d0 45d1;
a3 a3d2 a3d3 a3d4 a3d5 a3d6; 49 49d7 49d8 49dc 49dd 49de; 4f 4fdf 4fe1 4fe2 4fe3 4fe4; a4 a4e5 a4e6 a4e7 a4e8 a4e9;
a5 a5ea a5eb a5ec a5ed a5ee; 55 55ef 55f1 55f2 55f3 55f4; a6 a6f5 a6f6 a6f7 a6f8 a6f9; 59 59fa 59fb 59fc 59fd 59fe; ae a7`
	// VNI-Windows: a mark behind its vowel; ơ, ư, đ, ỵ and i with a tone are one byte.
	ofVNI = `
61 61f8 61fb 61f5 61f9 61ef; 61ea 61e8 61fa 61fc 61e9 61eb; 61e2 61e0 61e5 61e3 61e1 61e4; 65 65f8 65fb 65f5 65f9 65ef;
65e2 65e0 65e5 65e3 65e1 65e4; 69 ec e6 f3 ed f2; 6f 6ff8 6ffb 6ff5 6ff9 6fef; 6fe2 6fe0 6fe5 6fe3 6fe1 6fe4;
f4 f4f8 f4fb f4f5 f4f9 f4ef; 75 75f8 75fb 75f5 75f9 75ef; f6 f6f8 f6fb f6f5 f6f9 f6ef; 79 79f8 79fb 79f5 79f9 ee;
41 41d8 41db 41d5 41d9 41cf; 41ca 41c8 41da 41dc 41c9 41cb; 41c2 41c0 41c5 41c3 41c1 41c4; 45 45d8 45db 45d5 45d9 45cf;
45c2 45c0 45c5 45c3 45c1 45c4; 49 cc c6 d3 cd d2; 4f 4fd8 4fdb 4fd5 4fd9 4fcf; 4fc2 4fc0 4fc5 4fc3 4fc1 4fc4;
d4 d4d8 d4db d4d5 d4d9 d4cf; 55 55d8 55db 55d5 55d9 55cf; d6 d6d8 d6db d6d5 d6d9 d6cf; 59 59d8 59db 59d5 59d9 ce; f1 d1`
	ofVPS = `
61 e0 e4 e3 e1 e5; e6 a2 a3 a4 a1 a5; e2 c0 c4 c5 c3 c6; 65 e8 c8 eb e9 cb; ea 8a 8b cd 89 8c; 69 ec cc ef ed ce;
6f f2 d5 f5 f3 86; f4 d2 b0 87 d3 b6; d6 a9 aa ab a7 ae; 75 f9 fb db fa f8; dc d8 ba bb d9 bf; 79 ff 9b cf 9a 9c;
41 80 81 82 c1 02; 88 8e 8f f0 8d 04; c2 84 85 1c 83 03; 45 d7 de fe c9 05; ca 93 94 95 90 06; 49 b5 b7 b8 b4 10;
4f bc bd be b9 11; d4 97 98 99 96 12; f7 9e 9f a6 9d 13; 55 a8 d1 ac da 14; d0 af b1 1d ad 15; 59 b2 fd b3 dd 19; c7 f1`
	ofVISCII = `
61 e0 e4 e3 e1 d5; e5 a2 c6 c7 a1 a3; e2 a5 a6 e7 a4 a7; 65 e8 eb a8 e9 a9; ea ab ac ad aa ae; 69 ec ef ee ed b8;
6f f2 f6 f5 f3 f7; f4 b0 b1 b2 af b5; bd b6 b7 de be fe; 75 f9 fc fb fa f8; df d7 d8 e6 d1 f1; 79 cf d6 db fd dc;
41 c0 c4 c3 c1 80; c5 82 02 05 81 83; c2 85 86 06 84 87; 45 c8 cb 88 c9 89; ca 8b 8c 8d 8a 8e; 49 cc 9b ce cd 98;
4f d2 99 a0 d3 9a; d4 90 91 92 8f 93; b4 96 97 b3 95 94; 55 d9 9c 9d da 9e; bf bb bc ff ba b9; 59 9f 14 19 dd 1e; f0 d0`
)

// signs are the bytes of punctuation that the fonts of TCVN3 and VNI show where Windows-1252 does.
const signs = "\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x9b\xa0"

// The charts.
var (
	TCVN3  = parsed(ofTCVN3, signs)
	VNI    = parsed(ofVNI, signs+"\xa7\xab\xb0\xb1\xb2\xb3\xb5\xb7\xbb\xbc\xbd\xbe")
	VPS    = parsed(ofVPS, "")
	VISCII = parsed(ofVISCII, "")
)

// Chart gives the code of each letter and sign: one byte or two. What is plain ASCII and stands
// for itself is in it too.
type Chart map[rune]string

func parsed(text, signs string) Chart {
	c := Chart{}
	taken := map[string]bool{}
	for i, line := range strings.Split(text, ";") {
		letters := []rune("đĐ")
		if i < len(Vowels) {
			letters = []rune(Vowels[i])
		}
		for j, digits := range strings.Fields(line) {
			code, err := hex.DecodeString(digits)
			if err != nil {
				panic(err)
			}
			c[letters[j]] = string(code)
			taken[string(code)] = true
		}
	}
	for r := range rune(utf8.RuneSelf) {
		if code := string(r); !taken[code] {
			c[r] = code
		}
	}
	for _, b := range []byte(signs) {
		c[charmap.Windows1252.DecodeByte(b)] = string([]byte{b})
	}
	return c
}

// Encode writes a composed text (NFC). ok is false where a letter has no code.
func (c Chart) Encode(text string) (code []byte, ok bool) {
	for _, r := range text {
		of, known := c[r]
		if !known {
			return nil, false
		}
		code = append(code, of...)
	}
	return code, true
}

// Encode1258 writes a composed text in Windows-1258, whose tones stand behind their vowels.
func Encode1258(text string) (code []byte, ok bool) {
	for _, r := range text {
		for _, part := range apart(r) {
			b, ok := charmap.Windows1258.EncodeRune(part)
			if !ok {
				return nil, false
			}
			code = append(code, b)
		}
	}
	return code, true
}

// apart gives a letter as Windows-1258 writes it: itself where it has a place, else its vowel and the tone behind.
func apart(r rune) []rune {
	if _, ok := charmap.Windows1258.EncodeRune(r); ok {
		return []rune{r}
	}
	vowel, tone := []rune{}, []rune{}
	for _, part := range norm.NFD.String(string(r)) {
		switch part {
		case 0x300, 0x301, 0x303, 0x309, 0x323:
			tone = append(tone, part)
		default:
			vowel = append(vowel, part)
		}
	}
	return append([]rune(norm.NFC.String(string(vowel))), tone...)
}
