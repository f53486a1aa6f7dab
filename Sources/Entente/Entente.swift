/// Everything that a program needs to read, solve and explain a case; see the
/// modules for what each of them holds.
@_exported public import Briefings
@_exported public import CaseFile
@_exported public import Certificates
@_exported public import ConflictModel
@_exported public import Disk
@_exported public import Documents
@_exported public import Door
@_exported public import Faces
@_exported public import Interchange
@_exported public import Notation
@_exported public import Questions
@_exported public import Stability
