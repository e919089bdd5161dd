package grid

import (
	"bytes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"encoding/binary"
	"unicode/utf16"
)

// sharedPassword is what Excel encrypts a workbook with whose structure is protected and
// that opens without a password: anybody may read it, and Excel does without asking.
const sharedPassword = "VelvetSweatshop"

// decrypt gives the stream of a workbook with FILEPASS in plain, as far as no password is
// needed: [MS-OFFCRYPTO] 2.3.6 and 2.3.5, RC4. Other ciphers are answered as encrypted.
func decrypt(stream []byte, from int, filePass []byte, old bool) ([]byte, error) {
	encrypted := &fault{code: codeEncrypted, got: "Excel 97–2003 (.xls)"}
	if old || len(filePass) < 6 || binary.LittleEndian.Uint16(filePass) != 1 {
		return nil, encrypted
	}
	key := rc4Key(filePass[2:], sharedPassword)
	if key == nil {
		return nil, encrypted
	}
	return decryptRecords(stream, from, key), nil
}

// blockKey gives the cipher of a block of the stream.
type blockKey func(block uint32) cipher.Stream

// rc4Key gives the ciphers of a password, nil if it is another's.
func rc4Key(head []byte, password string) blockKey {
	var wide []byte
	for _, u := range utf16.Encode([]rune(password)) {
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	major, minor := binary.LittleEndian.Uint16(head), binary.LittleEndian.Uint16(head[2:])
	switch {
	case major == 1 && minor == 1 && len(head) >= 52:
		return md5Key(head[4:20], head[20:36], head[36:52], wide)
	case major >= 2 && major <= 4 && minor == 2 && len(head) >= 12:
		return cryptoAPIKey(head[8:], wide)
	}
	return nil
}

func md5Key(salt, verifier, hash, password []byte) blockKey {
	first := md5.Sum(password)
	var long []byte
	for range 16 {
		long = append(append(long, first[:5]...), salt...)
	}
	base := md5.Sum(long)
	key := func(block uint32) cipher.Stream {
		k := md5.Sum(binary.LittleEndian.AppendUint32(bytes.Clone(base[:5]), block))
		return rc4Of(k[:])
	}
	plain, want := decryptPair(key(0), verifier, hash)
	if got := md5.Sum(plain); !bytes.Equal(got[:], want) {
		return nil
	}
	return key
}

// cryptoAPIKey reads the header of the cipher (algorithm, length of the key) and the verifier behind it.
func cryptoAPIKey(head, password []byte) blockKey {
	const rc4Algorithm = 0x6801
	size := uint64(le32(head, 0))
	if size < 32 || uint64(len(head)) < 4+size+4+16+16+4+20 {
		return nil
	}
	verifier := head[4+size:]
	bits := le32(head, 4+16)
	if bits == 0 {
		bits = 40
	}
	if algorithm := le32(head, 4+8); algorithm != rc4Algorithm && algorithm != 0 || bits%8 != 0 || bits < 40 || bits > 128 || le32(verifier, 0) != 16 {
		return nil
	}
	first := sha1.Sum(append(bytes.Clone(verifier[4:20]), password...))
	key := func(block uint32) cipher.Stream {
		k := sha1.Sum(binary.LittleEndian.AppendUint32(bytes.Clone(first[:]), block))
		if bits == 40 {
			return rc4Of(append(bytes.Clone(k[:5]), make([]byte, 11)...))
		}
		return rc4Of(k[:bits/8])
	}
	plain, want := decryptPair(key(0), verifier[20:36], verifier[40:60])
	if got := sha1.Sum(plain); !bytes.Equal(got[:], want) {
		return nil
	}
	return key
}

func rc4Of(key []byte) cipher.Stream {
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err) // keys have 5 to 16 bytes
	}
	return c
}

func decryptPair(c cipher.Stream, a, b []byte) (plainA, plainB []byte) {
	plainA, plainB = make([]byte, len(a)), make([]byte, len(b))
	c.XORKeyStream(plainA, a)
	c.XORKeyStream(plainB, b)
	return plainA, plainB
}

// decryptRecords decrypts the bodies of the records from a place on. The heads of records
// and a few records stand in plain, but the cipher goes on over them.
func decryptRecords(stream []byte, from int, key blockKey) []byte {
	const block = 1024
	mask := make([]byte, len(stream)) // the whole key stream
	for at := 0; at < len(mask); at += block {
		part := mask[at:min(at+block, len(mask))]
		key(uint32(at/block)).XORKeyStream(part, part)
	}
	out := bytes.Clone(stream)
	r := biffRecords{stream: stream, at: from}
	for r.next() == nil {
		skip := 0
		switch r.id {
		case recBOF, recFilePass, 0x00E1, 0x0138, 0x0194, 0x0195, 0x0196: // interface and revision heads
			continue
		case recBoundSheet:
			skip = 4 // where the sheet begins
		}
		for i := r.at - len(r.body) + skip; i < r.at; i++ {
			out[i] ^= mask[i]
		}
	}
	return out
}
