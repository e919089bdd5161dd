// Package alphabet reads the alphabets in which Vietnamese was written before Unicode, and Unicode that a program has read in
// the wrong one.
//
// In TCVN3 (ABC), VNI, VPS and VISCII the letters stand in the places of Latin signs, and only the font made them Vietnamese;
// so their texts arrive as "Céng hßa" or "Tröôøng". A reader of cells knows the font (OfFont). Where there is none, evidence
// decides (OfBytes, OfText): an alphabet is taken only where every sign is one of its letters, where the words then are
// Vietnamese syllables, and where no other alphabet does nearly as well. Everything else is left as it stands: nothing here
// mends a text in part.
//
// The charts are those of data/codechart; Windows-1258 is that of golang.org/x/text. What comes out is
// composed Unicode (NFC).
package alphabet
