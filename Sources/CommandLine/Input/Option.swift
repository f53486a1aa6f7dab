internal import ArgumentParser

/// In this module an option is a flag with a value; what actors have is
/// `ConflictModel.Option`.
typealias Option = ArgumentParser.Option
