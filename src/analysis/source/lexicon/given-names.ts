import { words } from './word-list';

/** Common given names of men, in the Latin spellings that English-language news uses. General knowledge, no name register. */
export const MALE_NAMES = words(
  `Aaron Abdel Abdul Abdullah Abdulrahman Abraham Adam Adel Adnan Adrian Ahmad Ahmed Aidan Akbar Akira Alan Albert Aleksandar Aleksander Aleksandr
  Aleksei Aleksey Alejandro Alessandro Alex Alexander Alexandre Alexei Alexey Alfred Ali Alistair Allan Allen Alonso Amir Amit Anatoly Anatoliy Anders
  Andrei Andrej Andres Andrés Andrew Andrey Andrii Andriy Andrzej Angelo Angus Anil Anthony Antoine Anton Antonio Antony António Anwar Archie Ariel
  Arkady Armando Arnold Arseniy Arthur Arturo Arun Asad Ashraf Asif Augusto Austin Avi Ayman Aziz Barack Barry Bashar Ben Benedict Benjamin Bernard Bernie
  Bert Bill Billy Binyamin Bjorn Bob Bobby Bogdan Boris Brad Bradley Brendan Brent Brett Brian Bruce Bruno Bryan Byron Calvin Carl Carlos Cesar
  César Chad Charles Charlie Chester Chris Christian Christophe Christopher Chuck Claude Claudio Clifford Clint Clinton Clive Colin Conor Corey Craig Curtis Cyril
  Dale Damien Damian Dan Daniel Daniil Danny Dario Darren Daryl Dave David Dean Denis Dennis Denys Derek Desmond Diego Dieter Dimitri Dimitris Dmitri
  Dmitriy Dmitry Dmytro Dominic Dominique Don Donald Donnie Doug Douglas Duncan Dustin Dwayne Dylan Earl Ed Eddie Edgar Eduard Eduardo Edward Edwin Efraim Ehud
  Elias Elijah Elliot Elliott Emil Emile Emilio Emmanuel Enrico Enrique Eric Erik Ernest Ernesto Ernst Ethan Eugene Evan Evgeny Evo Fabio Fadi Faisal
  Farid Fawzi Felipe Felix Ferdinand Fernando Fidel Filippo Francesco Francis Francisco Franco Francois François Frank Franklin Franz Fred Frederic Frederick Fritz
  Fumio Gabriel Gareth Garry Gary Gavin Gennady Geoff Geoffrey George Georges Georgi Georgy Gerald Gerard Gerhard Gerry Gianni Gideon Gilbert Giorgio Giovanni
  Giuseppe Glen Glenn Gordon Graeme Graham Grant Greg Gregory Grigory Guillermo Guido Günter Gunther Gus Guy Habib Hamid Hamza Hans Harald Harold Harry Harvey
  Hasan Hassan Hector Helmut Hendrik Henri Henrik Henry Herbert Herman Hernan Hiroshi Horst Hosni Howard Hubert Hugh Hugo Humberto Hussain Hussein
  Iain Ian Ibrahim Idris Ignacio Igor Ihor Ilya Imran Ismail Isaac Ivan Ivo Jack Jacob Jacques Jaime Jake Jamal James Jamie Jan Jared Jaroslaw Jason Javier
  Jay Jean Jeff Jeffrey Jens Jeremy Jerome Jerry Jesse Jesus Jim Jimmy Joao João Joachim Joaquin Joe Joel Johan Johannes John Johnny Jon Jonas Jonathan
  Jordi Jorge Jose José Josef Joseph Josh Joshua Juan Jules Julian Julien Julio Julius Jürgen Justin Kamal Karim Karl Kazuo Keir Keith Ken Kenneth Kenny Kevin
  Khaled Khalid Khalil Kirill Klaus Kofi Konstantin Kostiantyn Kurt Kyle Lance Larry Lars Laurence Laurent Lawrence Lech Lee Len Leo Leon Leonard
  Leonid Leonardo Leopoldo Leroy Les Leslie Lewis Liam Lindsey Lionel Lloyd Lorenzo Lou Louis Luc Luca Lucas Luigi Luis Luiz Lukas Luke Lyndon Maher
  Mahmoud Mahmud Malcolm Manfred Manmohan Manuel Marc Marcel Marcelo Marco Marcos Marcus Mario Marius Mark Marko Martin Marty Marvin Massimo Mateusz Matt
  Matteo Matthew Matthias Maurice Mauricio Max Maxim Maximilian Mehmet Mel Melvin Michael Michal Michel Mick Miguel Mihai Mike Mikhail Miklos Milan
  Milos Mitch Mitt Mohamed Mohammad Mohammed Mohd Moshe Muhammad Muhammadu Muammar Murat Mustafa Mykhailo Mykola Nabil Naftali Narendra Nasser Nathan Nathaniel Neil
  Nelson Newt Nicholas Nick Nicola Nicolas Nicolae Nigel Nikita Nikolai Nikolay Nikos Niels Nils Noah Norman Nouri Nuno Oleg Oleh Oleksandr Oleksii Oleksiy
  Oliver Olivier Omar Orlando Oscar Osama Osman Otto Owen Pablo Paddy Panos Paolo Pascal Pat Patrick Paul Paulo Pavel Pavlo Pawel Pedro Percy Pervez Petar
  Pete Peter Petr Petro Petros Phil Philip Philippe Phillip Pierre Pieter Piotr Rafael Rafiq Rahm Rahul Raj Rajiv Ralph Ramon Ramzan Rand Randall Randy
  Raphael Rashid Raul Raúl Ravi Ray Raymond Recep Reinhard Rene René Rex Reza Ricardo Riccardo Richard Rick Ricky Rob Robbie Robert Roberto Robin
  Rod Roderick Rodney Rodrigo Roger Roland Rolf Roman Romano Ron Ronald Ronnie Ross Roy Ruben Rudolf Rudy Rupert Russ Russell Ruslan Rustam Ryan
  Saad Saddam Said Saif Salah Salem Salman Salvador Salvatore Sam Sami Samir Samuel Sanjay Santiago Saul Scott Sean Sebastian Sebastien Serge
  Sergei Sergey Sergii Sergio Serhii Serhiy Seth Shane Shaun Shawn Shimon Shinzo Sidney Silvio Simon Slobodan Stan Stanislav Stanley Stefan Stephane
  Stephen Sterling Steve Steven Stewart Stuart Sunil Sven Syed Tamir Tareq Tariq Taras Ted Terence Terry Theodore Thierry Thomas Tim Timothy Tobias Todd
  Tom Tomas Tommy Tony Trent Trevor Troy Tyler Tzachi Umar Uri Vaclav Vadim Vadym Valentin Valery Valerii Vasily Vasyl Vernon Viacheslav Victor Vijay Viktor Vince
  Vincent Vincenzo Vitali Vitalii Vitaliy Vitaly Vlad Vladimir Vladislav Volodymyr Vyacheslav Waleed Walid Wallace Walter Wang Warren Wayne Werner Wilfred Wilhelm Will
  Willem William Willie Willy Wolfgang Woody Xavier Yasser Yevgeny Yevhen Yitzhak Yohannes Yoav Yousef Youssef Yuri Yuriy Yurii Yury Yusuf Yves Zachary Zakaria Zbigniew
  Zlatan Zoran Jeb Beau Reince Tucker Rush Ari Chauncey Keegan Omarosa Devin Darrell Dick Denny Orrin Trey Tito Kris Kirk Marc Ty Ted Corey Jovan Jerrod Julián Sherrod Mitchell Roy Tristan Wes Brandon Bryce Cole Cody Derrick Dominick Donovan Drew Hunter Jackson Jordan Kent Lonnie Logan Marshall Mason Milton Morgan Murray Noel Perry Preston Quentin Reggie Rodger Rory Roscoe Sherman Spencer Toby Travis Tyrone Vance Vaughn Wade Wyatt Zack Sutopo Anwar Joko Susilo Bambang Agus Budi Hadi Rusli Widodo Shigeru Takashi Kenji Hideki Yoshihiko Naoto
  Andy Zach Eli Hank Nate Rudolph Manny Cory Mehdi Jermaine Ernie Andre Dwight Sheldon Federico Bret Geert Gonzalo Lamar Freddy Norm Curt Clarence Monte
  Neal Teddy Stu Theo Pranab Cedric Jerrold Eliot Abbas Masoud Massoud Mohsen Rajesh Sanjeev Anurag Elton Gregg Thaddeus Kareem Woodrow Antonin Jonah
  Wesley Arne Deval Tad Hakeem Sadiq Alastair Ghassan Menachem Norbert Yaakov Saeed Gilad Alfonso Sepp Irving Rudi Uzi Theodor Axel Rhys Callum Declan
  Ronan Seamus Niall Kieran Giles Brody Terrence Terrell Darnell Floyd Vicente Wilfredo Zoltan Zaid Arjun Ashok Deepak Manoj Pradeep Ramesh Vikram
  Takeshi`,
);

/** Common given names of women. */
export const FEMALE_NAMES = words(
  `Abigail Ada Adriana Agnes Aisha Aleksandra Alessandra Alexandra Alice Alicia Alina Alisa Alison Allison Alyssa Amal Amanda Amber Amelia Amina Amy
  Ana Anastasia Andrea Angela Angelina Anita Ann Anna Annabel Anne Annegret Annette Annie Antonia April Arianna Ashley Astrid Audrey Aung Ayesha Barbara
  Beatrice Beatriz Becky Belinda Benazir Bernadette Beth Betsy Betty Beverly Birgit Bonnie Brenda Bridget Brigitte Britney Brittany Camilla Camille
  Carla Carly Carmen Carol Carole Carolina Caroline Carolyn Carrie Catalina Caterina Catherine Cathy Cecilia Celeste Celia Charlene Charlotte Chelsea Cheryl Chloe
  Christiane Christina Christine Cindy Claire Clara Claudia Colleen Condoleezza Connie Corazon Courtney Cristina Crystal Cynthia Daisy Dana Daniela Danielle
  Daria Darya Dawn Deborah Debra Deb Delia Denise Diana Diane Dianne Dilma Dina Dolores Donna Dora Doreen Doris Dorothy Edith Eileen Elaine Eleanor
  Elena Eliza Elizabeth Ella Ellen Elsa Emily Emma Erica Erika Erin Esther Eva Eve Evelyn Faith Fatima Fatma Federica Fiona Florence Frances
  Francesca Freya Gabriela Gabrielle Galina Gemma Genevieve Georgina Geraldine Gillian Gina Giorgia Giulia Gloria Golda Grace Greta Gretchen Hanan Hannah
  Harriet Hazel Heather Heidi Helen Helena Helene Hillary Hilary Holly Ida Ilana Ilona Indira Ingrid Inna Irene Irina Iryna Isabel Isabella Isabelle Jackie Jacqueline
  Jacinda Jan Jane Janet Janice Janine Jasmine Jean Jeanne Jeannette Jennifer Jenny Jessica Jill Joan Joanna Joanne Jodie Josephine Joyce Juanita Judith
  Judy Julia Julie Juliet June Justine Kamala Karen Karin Karina Karla Kate Katerina Kateryna Katherine Kathleen Kathryn Kathy Katie Katrin Katrina
  Kay Kayla Kelly Kerry Kim Kimberly Kirsten Kristen Kristi Kristin Kristina Lana Larisa Laura Lauren Layla Leah Leila Lena Lesley Leticia Leyla Lidia Lilian
  Lily Linda Lindsay Lisa Liz Liza Lois Loretta Lori Lorraine Louisa Louise Lucia Lucy Lydia Lyn Lynn Lynne Lyudmila Madeleine Madison Magdalena Maggie Megyn Marley Malala Zoe Huma Ivanka Carly Kellyanne Michele Rosie Ruby Sadie Stacy Tess Whoopi Ellie Brooke Cassidy Kimberley Kirstie Kristine Latoya Lindsey Mallory Paige Robyn Savannah Sierra Skylar Sydney
  Marcia Margaret Margarita Margot Maria María Mariam Marian Marianne Marie Marina Marine Marilyn Marion Marissa Marjorie Marsha Marta Martha Mary Maryam
  Maureen Maxine Meg Megan Meghan Melania Melanie Melinda Melissa Mercedes Meredith Mia Michele Michelle Mildred Miranda Miriam Moira Molly Mona Monica
  Monika Myra Nadia Nadine Nancy Naomi Natalia Natalie Natalya Natasha Nicole Nina Noor Nora Norma Oksana Olena Olga Olha Olivia Oprah Pam Pamela Patricia Patty
  Paula Pauline Peggy Penelope Penny Petra Phyllis Polina Priscilla Priya Rachel Rebecca Regina Renee Rhonda Rita Roberta Rosa Rosalind Rose Rosemary
  Roxanne Ruth Sabrina Sally Samantha Sandra Sara Sarah Selma Serena Shannon Sharon Sheila Shelley Sherry Shirley Silvia Simone Siobhan Sofia Sonia Sonja
  Sophia Sophie Stacey Stella Stephanie Sue Susan Susana Susanna Susanne Suzanne Svetlana Svitlana Sylvia Tamara Tammy Tania Tanya Tara Tatiana Tatyana Taylor Teresa
  Theresa Tiffany Tina Toni Tracey Tracy Tulsi Ursula Valentina Valeria Valerie Vanessa Vera Veronica Veronique Vicki Vicky Victoria Viktoria Viola Violet Virginia
  Vivian Wanda Wendy Whitney Winifred Winnie Xiomara Yana Yasmin Yolanda Yulia Yuliia Yvette Yvonne Zainab Zara Zoe Ema Siti Megawati Mei Yingluck Yoko
  Debbie Elise Marla Gwen Jenna Ilene Madeline Rebekah Nikki Bette Norah Kelsey Maya Jen Sahar Felicia Zeynep Ivana Jillian Laurie Joni Debby Dena Patti
  Millicent Jeri Janelle Gabby Brigid Neela Vanita Gilda Luciana Mika Shonda Gladys Mollie Marwa Reem Monique Hallie Neera Polly Salma Indra Scarlett
  Maryanne Annamaria Lael Libby Clare Angelica Bethany Camila Candice Cassandra Darlene Gail Imogen Jamila Jeanette Keisha Kendra Lakshmi Liliana Mabel
  Marisa Paulina Ramona Raquel Sonya Sunita`,
);

/** The sex that a full name's given name tells, null where both sexes bear it or it is not listed. */
export function sexOfName(name: string): 'm' | 'f' | null {
  const space = name.indexOf(' ');
  if (space < 0) return null;
  const given = name.slice(0, space);
  const [male, female] = [MALE_NAMES.has(given), FEMALE_NAMES.has(given)];
  return male === female ? null : male ? 'm' : 'f';
}

/** Whether a word is a listed given name; such a word before another capitalised one speaks for a person. */
export function isGivenName(word: string): boolean {
  return MALE_NAMES.has(word) || FEMALE_NAMES.has(word);
}
