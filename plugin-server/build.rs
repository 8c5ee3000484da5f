//! Writes one Rust function per message of the English catalogues, so that a message that does not exist, or
//! that lacks an argument, does not compile.

use std::{collections::BTreeSet, env, fmt::Write, fs, path::Path};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

#[expect(
    clippy::disallowed_methods,
    reason = "cargo tells a build script its folder in the environment"
)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Migrations are compiled in by a macro that does not watch the folder.
    println!("cargo::rerun-if-changed=migrations");
    println!("cargo::rerun-if-changed=../locales");

    let mut entries = Vec::new();
    for catalogue in ["../locales/en/server.ftl", "../locales/en/lti.ftl"] {
        let source = fs::read_to_string(catalogue)?;
        entries.extend(
            parser::parse(source)
                .map_err(|(_, errors)| format!("{catalogue}: {errors:?}"))?
                .body,
        );
    }
    let mut code = String::from("impl Texts {\n");
    for entry in &entries {
        let Entry::Message(message) = entry else { continue };
        // Messages that start so are looked up: by the code of an error or of a reason, by the word of an act.
        let name = message.id.name.as_str();
        if ["error-", "why-", "look-", "did-"]
            .iter()
            .any(|prefix| name.starts_with(prefix))
        {
            continue;
        }
        let mut names = BTreeSet::new();
        if let Some(pattern) = &message.value {
            arguments(pattern, &mut names);
        }
        let id = &message.id.name;
        let function = id.replace('-', "_");
        let parameters: String = names
            .iter()
            .map(|name| format!(", {name}: impl Into<FluentValue<'a>>"))
            .collect();
        let pairs: String = names
            .iter()
            .map(|name| format!("(\"{name}\", {name}.into()), "))
            .collect();
        let lifetime = if names.is_empty() { "" } else { "<'a>" };
        writeln!(code, "    /// The message `{id}`.")?;
        writeln!(code, "    #[must_use]")?;
        writeln!(
            code,
            "    pub fn {function}{lifetime}(&self{parameters}) -> String {{"
        )?;
        writeln!(code, "        self.message(\"{id}\", [{pairs}])\n    }}\n")?;
    }
    code.push_str("}\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("messages.rs"), code)?;
    Ok(())
}

/// Collects the names of the variables that a message speaks of.
fn arguments(pattern: &Pattern<String>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, names);
        }
    }
}

fn in_expression(expression: &Expression<String>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, names),
        Expression::Select { selector, variants } => {
            in_inline(selector, names);
            variants
                .iter()
                .for_each(|variant| arguments(&variant.value, names));
        }
    }
}

fn in_inline(inline: &InlineExpression<String>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.clone());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments
                .positional
                .iter()
                .for_each(|argument| in_inline(argument, names));
        }
        _ => {}
    }
}
