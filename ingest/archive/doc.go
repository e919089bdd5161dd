// Package archive gives the files that lie in an archive, one after another: zip, rar, 7z,
// tar, tar.gz, and a gz of one file, told by content and never by name. Archives within
// archives are opened too, three deep.
//
// Nothing is written to a disk: names of files are only names, whatever they say (".." and
// absolute paths too). Names in the alphabets of old systems are decoded. What cannot be
// given is a Fault, and the rest is given all the same: a file with a password, a file that
// is damaged, what lies behind the place where an archive breaks off.
//
// A hostile archive is bounded, not believed: by what one file may unfold to, by what all
// may, also in relation to the archive's own size, by the number of files, and by depth.
// One file is in memory at a time, and the dictionaries of the packers are bounded too.
package archive
